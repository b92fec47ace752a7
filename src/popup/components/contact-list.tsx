// The list of contacts: windowed, in sections, with the row that the keyboard is on.
import './contact-list.css';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Contact } from '../../core/contact.ts';
import { type Section, STARRED_SECTION, sectionOf } from '../../core/contact-order.ts';
import type { Place } from '../../core/provider.ts';
import { t } from '../i18n.ts';
import type { Picker } from '../state/picker.ts';
import { ContactOption, optionId } from './contact-option.tsx';
import { useVirtualRows } from './virtual-rows.ts';

const ROW = 48;
const HEADING = 24;

type Row =
  | { readonly kind: 'heading'; readonly section: Section }
  | { readonly kind: 'person'; readonly contact: Contact; readonly index: number; readonly section: Section };

interface ContactListProps {
  readonly place: Place;
  readonly picker: Picker;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function ContactList({ place, picker, onKeyDown }: ContactListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = picker.shown.value;
  const isSearch = picker.query.value.trim() !== '';
  const active = picker.active.value;
  const rows = useMemo(() => (isSearch ? plainRows(shown) : sectionRows(shown)), [shown, isSearch]);
  const rowOfPerson = useMemo(() => rows.flatMap((row, at) => (row.kind === 'person' ? [at] : [])), [rows]);
  const virtual = useVirtualRows({
    count: rows.length,
    scroller,
    heightOf: (at) => (rows[at]?.kind === 'heading' ? HEADING : ROW),
    keyOf: (at) => keyOf(rows[at]),
  });

  useLayoutEffect(() => virtual.measure(), [virtual, rows]);
  useLayoutEffect(() => virtual.scrollToOffset(0), [virtual, picker.query.value]);
  useLayoutEffect(() => {
    const at = rowOfPerson[active];
    // The first person is shown with the heading above.
    if (at !== undefined) virtual.scrollToIndex(active === 0 ? 0 : at, { align: 'auto' });
  }, [virtual, rowOfPerson, active]);

  const items = virtual.getVirtualItems();
  const top = virtual.scrollOffset ?? 0;
  const first = rows[items.find((item) => item.end > top)?.index ?? 0];
  const activeContact = shown[active];
  return (
    <div class="contacts">
      {!isSearch && first !== undefined && <Heading section={first.section} sticky />}
      <div
        class="contacts-scroller"
        ref={scroller}
        id="contacts"
        role="listbox"
        aria-label={t('contacts_label')}
        aria-multiselectable
        aria-activedescendant={activeContact && optionId(active)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div class="contacts-all" role="presentation" style={{ height: `${virtual.getTotalSize()}px` }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const style = { transform: `translateY(${item.start}px)` };
            if (row.kind === 'heading') return <Heading key={item.key} section={row.section} style={style} />;
            return (
              <ContactOption
                key={item.key}
                place={place}
                contact={row.contact}
                index={row.index}
                count={shown.length}
                isChosen={picker.isChosen(row.contact.userName)}
                isInside={picker.isInside(row.contact.userName)}
                isActive={row.index === active}
                style={style}
                onToggle={() => {
                  picker.moveTo(row.index);
                  picker.toggle(row.contact);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface HeadingProps {
  readonly section: Section;
  readonly sticky?: boolean;
  readonly style?: { readonly transform: string };
}

/** For the eye only: a screen reader hears the position of each person in the whole list. */
function Heading({ section, sticky = false, style }: HeadingProps) {
  return (
    <div
      class={sticky ? 'contacts-heading contacts-heading-sticky' : 'contacts-heading'}
      style={style}
      aria-hidden="true"
    >
      {section === STARRED_SECTION ? `★ ${t('starred_section')}` : section}
    </div>
  );
}

function plainRows(shown: readonly Contact[]): readonly Row[] {
  return shown.map((contact, index) => ({ kind: 'person', contact, index, section: '' }));
}

function sectionRows(shown: readonly Contact[]): readonly Row[] {
  const rows: Row[] = [];
  let last: Section | undefined;
  shown.forEach((contact, index) => {
    const section = sectionOf(contact);
    if (section !== last) rows.push({ kind: 'heading', section });
    last = section;
    rows.push({ kind: 'person', contact, index, section });
  });
  return rows;
}

function keyOf(row: Row | undefined): string {
  if (row === undefined) return '';
  return row.kind === 'heading' ? `# ${row.section}` : row.contact.userName;
}
