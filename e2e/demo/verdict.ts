// Whether the stand-in for WeChat Web holds what the demo has made, and nothing else.
import type { Backend } from '../wechat-web/backend.ts';

export interface Verdict {
  readonly facts: readonly string[];
  readonly problems: readonly string[];
}

/** What the group is to be. */
export interface Wanted {
  readonly people: readonly { readonly userName: string }[];
  readonly name: string;
  readonly message: string;
}

/** Compares by UserName: several people may have the same name. */
export function judge(backend: Backend, { people, name, message }: Wanted): Verdict {
  const { groups, violations } = backend;
  const requests = backend.requestsTo('webwxcreatechatroom').length;
  const wanted = people.map((person) => person.userName).sort();
  const problems: string[] = [];
  if (groups.length !== 1) problems.push(`there should be one group, and there are ${groups.length}`);
  for (const group of groups) {
    const isExact = JSON.stringify([...group.members].sort()) === JSON.stringify(wanted);
    if (!isExact) problems.push(`these are not the people chosen: ${group.memberNames.join(', ')}`);
    if (group.topic !== name) problems.push(`the group is called “${group.topic}”`);
    const messages = group.messages.map(({ content }) => content);
    if (JSON.stringify(messages) !== JSON.stringify([message])) {
      problems.push(`one message should be in it, and there are ${messages.length}`);
    }
  }
  if (requests !== 1) problems.push(`one request should have been sent, and there were ${requests}`);
  for (const { call, why } of violations) problems.push(`WeChat would not have taken a ${call}: ${why}`);
  return {
    facts: [
      `groups made: ${groups.length}`,
      ...groups.flatMap((group) => [
        `its name: ${group.topic}`,
        `in the group, besides yourself: ${group.memberNames.join(', ')}`,
        `messages in it: ${group.messages.map(({ content }) => content).join(' | ')}`,
      ]),
      `requests sent to webwxcreatechatroom: ${requests}`,
      `requests that WeChat would not have taken: ${violations.length}`,
    ],
    problems,
  };
}
