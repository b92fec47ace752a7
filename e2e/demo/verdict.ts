// Whether the stand-in for WeChat Web holds what the demo has made, and nothing else.
import type { Backend } from '../wechat-web/backend.ts';

export interface Verdict {
  readonly facts: readonly string[];
  readonly problems: readonly string[];
}

/** Compares by UserName: several people may have the same name. */
export function judge(backend: Backend, chosen: readonly { readonly userName: string }[]): Verdict {
  const { groups, violations } = backend;
  const requests = backend.requestsTo('webwxcreatechatroom').length;
  const wanted = chosen.map((person) => person.userName).sort();
  const problems: string[] = [];
  if (groups.length !== 1) problems.push(`there should be one group, and there are ${groups.length}`);
  for (const group of groups) {
    const isExact = JSON.stringify([...group.members].sort()) === JSON.stringify(wanted);
    if (!isExact) problems.push(`these are not the people chosen: ${group.memberNames.join(', ')}`);
  }
  if (requests !== 1) problems.push(`one request should have been sent, and there were ${requests}`);
  for (const { call, why } of violations) problems.push(`WeChat would not have taken a ${call}: ${why}`);
  return {
    facts: [
      `groups made: ${groups.length}`,
      ...groups.map((group) => `in the group, besides yourself: ${group.memberNames.join(', ')}`),
      `requests sent to webwxcreatechatroom: ${requests}`,
      `requests that WeChat would not have taken: ${violations.length}`,
    ],
    problems,
  };
}
