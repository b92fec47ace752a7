// The group itself on one line: its picture, what it is called, how many are in it.
import './group-line.css';
import type { UserName } from '../../core/contact.ts';
import type { RoomRead } from '../../core/job-facts.ts';
import { plainName, shortName } from '../../core/name-markup.ts';
import type { Place } from '../../core/provider.ts';
import { t, tCount } from '../i18n.ts';
import { Avatar } from './avatar.tsx';

interface GroupLineProps {
  readonly place: Place;
  readonly room: UserName;
  /** What WeChat told of it; nothing is shown before. */
  readonly read: RoomRead | undefined;
}

export function GroupLine({ place, room, read }: GroupLineProps) {
  if (read === undefined) return null;
  const name = plainName(read.nickName);
  return (
    <div class="group-line">
      <Avatar place={place} userName={room} name={name || '#'} />
      <span class="group-line-words">
        <span class="name">{shortName(name) || t('group_without_name')}</span>
        <span class="quiet">
          {[tCount('member_count', read.memberCount), ...(read.isOwn ? [t('you_own_it')] : [])].join(' · ')}
        </span>
      </span>
    </div>
  );
}
