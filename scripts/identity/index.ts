export { sampleClaimRules, sampleMembers } from './members.ts'
export { type RunningIdentity, startIdentity } from './start.ts'
