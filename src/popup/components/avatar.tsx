// A person's picture, or a coloured initial where there is none.
import './avatar.css';
import { createContext } from 'preact';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import type { UserName } from '../../core/contact.ts';
import type { Place } from '../../core/provider.ts';
import type { Avatars } from '../state/avatars.ts';

export const AvatarsContext = createContext<Avatars | undefined>(undefined);

const COLOURS = 6;

interface AvatarProps {
  readonly place: Place;
  readonly userName: UserName;
  readonly name: string;
  readonly size?: 'small' | 'medium';
}

/** Beside a name that says the same, so it is hidden from assistive technology. */
export function Avatar({ place, userName, name, size = 'medium' }: AvatarProps) {
  const avatars = useContext(AvatarsContext);
  const picture = useMemo(() => avatars?.picture(place, userName), [avatars, place.id, userName]);
  useEffect(() => () => avatars?.release(place, userName), [avatars, place.id, userName]);
  const shape = `avatar avatar-${size}`;
  const source = picture?.value;
  if (source) return <img class={shape} src={source} alt="" />;
  return (
    <span class={`${shape} avatar-colour-${colourOf(name)}`} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}

function initialOf(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim());
  return first === undefined || first.segment.length > 16 ? '' : first.segment.toUpperCase();
}

/** By the name, since ids change with each login. */
function colourOf(name: string): number {
  let sum = 0;
  for (let at = 0; at < Math.min(name.length, 64); at++) sum = (sum * 31 + name.charCodeAt(at)) % 9973;
  return sum % COLOURS;
}
