export { type SampleMember, sampleClaimRules, sampleMembers } from './members.ts'
export { type IdentityClient, type RunningIdentity, startIdentity } from './start.ts'
