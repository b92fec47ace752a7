// The app: which screen is shown, by what there is to work on and by what became of the group.
import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Contact } from '../core/contact.ts';
import { isRunning } from '../core/group-job.ts';
import type { JobMember } from '../core/job-facts.ts';
import type { GroupProvider } from '../core/provider.ts';
import { byUserName } from '../core/search.ts';
import { AvatarsContext } from './components/avatar.tsx';
import { CreateBar } from './components/create-bar.tsx';
import { Header } from './components/header.tsx';
import { t } from './i18n.ts';
import { Adding } from './screens/adding.tsx';
import { ChoosePlace } from './screens/choose-place.tsx';
import { Creating } from './screens/creating.tsx';
import { GroupScreen } from './screens/group.tsx';
import { GroupList } from './screens/groups.tsx';
import { Loading } from './screens/loading.tsx';
import { Notice } from './screens/notice.tsx';
import { Picking } from './screens/picking.tsx';
import { Result } from './screens/result.tsx';
import { Warned } from './screens/warned.tsx';
import type { Avatars } from './state/avatars.ts';
import type { Connection, Stage } from './state/connection.ts';
import { defaultGreeting } from './state/default-greeting.ts';
import { createDraft, type Draft } from './state/draft.ts';
import { createGroups, type Groups, rowOf } from './state/groups.ts';
import type { Maker } from './state/maker.ts';
import { createPicker, type Picker } from './state/picker.ts';

export interface AppProps {
  readonly provider: GroupProvider;
  readonly connection: Connection;
  readonly maker: Maker;
  readonly avatars: Avatars;
}

export function App(props: AppProps) {
  return (
    <AvatarsContext.Provider value={props.avatars}>
      <div class="app">
        <Screen {...props} />
      </div>
    </AvatarsContext.Provider>
  );
}

function Screen(props: AppProps) {
  const { provider, connection, maker } = props;
  const contacts = useComputed(() => connection.list.value.contacts);
  const picker = useMemo(() => createPicker(contacts), [contacts]);
  const draft = useMemo(() => createDraft(picker.chosen, defaultGreeting), [picker]);
  const groups = useMemo(() => createGroups(provider), [provider]);
  const making = maker.making.value;
  const stage = connection.stage.value;
  if (making.kind === 'warned') {
    return <Warned why={making.why} onBack={maker.goBack} onGoOn={() => void maker.goOn()} />;
  }
  if (making.kind === 'job' || making.kind === 'lost') {
    const { place, job } = making;
    const isComing = making.kind === 'job' || !making.isGone;
    if (isComing && isRunning(job)) return <Creating place={place} job={job} steps={maker.steps.value} />;
    return (
      <Result
        making={making}
        capabilities={provider.capabilities}
        maker={maker}
        onDone={() => {
          void maker.dismiss();
          if (job.room !== undefined) groups.showGroup(place, rowOf(job.room, job.topic ?? ''));
          else {
            picker.clear();
            draft.clear();
          }
        }}
        onBack={() => {
          void maker.dismiss();
          if (job.room !== undefined) groups.showGroup(place, rowOf(job.room, ''));
          else picker.choose(job.members.map(({ userName }) => userName));
        }}
      />
    );
  }
  switch (stage.kind) {
    case 'starting':
      return <Notice kind="starting" />;
    case 'no-place':
      return <Notice kind="no-place" onAct={() => void provider.show(undefined)} />;
    case 'log-in':
      return <Notice kind="log-in" missing={stage.missing} onAct={() => void provider.show(stage.place)} />;
    case 'failing':
      return <Notice kind="failing" onAct={() => void provider.show(stage.place)} />;
    case 'choose':
      return <ChoosePlace places={stage.places} onChoose={connection.choose} />;
    case 'loading':
      return (
        <>
          <Header connection={connection} place={stage.place} />
          <Loading count={stage.count} />
        </>
      );
    case 'ready':
      return <Ready {...props} stage={stage} picker={picker} draft={draft} groups={groups} />;
  }
}

interface ReadyProps extends AppProps {
  readonly stage: Extract<Stage, { readonly kind: 'ready' }>;
  readonly picker: Picker;
  readonly draft: Draft;
  readonly groups: Groups;
}

/** Everything that can be done while somebody is logged in and nothing is under way. */
function Ready({ provider, connection, maker, stage, picker, draft, groups }: ReadyProps) {
  const { place, status } = stage;
  const { list } = connection;
  const { capabilities } = provider;
  const view = groups.viewAt(place);
  const notStarted = maker.making.value.kind === 'not-started';
  switch (view.kind) {
    case 'list':
      return <GroupList place={place} groups={groups} />;
    case 'group':
      return (
        <GroupScreen
          place={place}
          row={view.row}
          groups={groups}
          contacts={byUserName(list.value.contacts)}
          notStarted={notStarted}
          onRename={(topic) => void maker.start(place, { members: [], topic, room: view.row.userName })}
        />
      );
    case 'adding':
      return (
        <Adding
          place={place}
          status={status}
          list={list}
          group={view.group}
          notStarted={notStarted}
          onBack={() => groups.showGroup(place, view.row)}
          onAdd={(people) => void maker.start(place, { members: membersOf(people), room: view.row.userName })}
        />
      );
    case 'none': {
      const create = (): void => {
        if (picker.problem.value !== undefined || draft.problem.value !== undefined) return;
        const topic = draft.name.value.trim() || undefined;
        const greeting = draft.greeting.value.trim() || undefined;
        void maker.start(place, { members: membersOf(picker.chosen.value), topic, greeting });
      };
      return (
        <>
          <Header
            connection={connection}
            place={place}
            onGroups={capabilities.changesGroups ? () => groups.showList(place) : undefined}
          />
          <Picking
            place={place}
            status={status}
            list={list}
            picker={picker}
            heading={t('pick_heading')}
            onSubmit={create}
          >
            <CreateBar
              picker={picker}
              draft={draft}
              capabilities={capabilities}
              notStarted={notStarted}
              onCreate={create}
            />
          </Picking>
        </>
      );
    }
  }
}

function membersOf(people: readonly Contact[]): readonly JobMember[] {
  return people.map(({ userName, name }) => ({ userName, name }));
}
