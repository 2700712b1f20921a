/**
 * The SHA-256 of the page's style and script, by which its Content-Security-Policy lets these in and nothing else. A test
 * says what they have to be.
 */
export const styleHash = 'sha256-WI5syMeuL4JhaxyOKFqDk7EhuFNeWPw5Zhg1yrdxggg='
export const scriptHash = 'sha256-TNWKi8g4+vVLILUU7rvNRWpfwDDwX/nx2l7Mwnlpw60='
