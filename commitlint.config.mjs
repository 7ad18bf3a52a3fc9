export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    // Bodies explain why in whole sentences; where they wrap is the author's affair.
    'body-max-line-length': [0],
    'footer-max-line-length': [0],
    'subject-case': [0],
    'body-leading-blank': [2, 'always'],
  },
}
