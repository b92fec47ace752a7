// What keeps the setup from finishing, in a sentence for the person who ran it.

export class SetupProblem extends Error {}

/** For the end of a script: a problem is told in its own words, anything else with its stack. */
export function tell(error) {
  console.error(error instanceof SetupProblem ? `\n${error.message}` : error);
}
