// The app: which screen is shown, by what there is to work on and by what became of the group.
import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Contact } from '../core/contact.ts';
import { isRunning } from '../core/group-job.ts';
import type { JobMember } from '../core/job-facts.ts';
import type { GroupProvider } from '../core/provider.ts';
import { AvatarsContext } from './components/avatar.tsx';
import { Header } from './components/header.tsx';
import { ChoosePlace } from './screens/choose-place.tsx';
import { Creating } from './screens/creating.tsx';
import { Loading } from './screens/loading.tsx';
import { Notice } from './screens/notice.tsx';
import { Picking } from './screens/picking.tsx';
import { Result } from './screens/result.tsx';
import { Warned } from './screens/warned.tsx';
import type { Avatars } from './state/avatars.ts';
import type { Connection } from './state/connection.ts';
import type { Maker } from './state/making.ts';
import { createPicker } from './state/picker.ts';

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

function Screen({ provider, connection, maker }: AppProps) {
  const contacts = useComputed(() => connection.list.value.contacts);
  const picker = useMemo(() => createPicker(contacts), [contacts]);
  const making = maker.making.value;
  const stage = connection.stage.value;
  if (making.kind === 'warned') {
    return <Warned why={making.why} onBack={maker.goBack} onGoOn={() => void maker.goOn()} />;
  }
  if ((making.kind === 'job' && isRunning(making.job)) || (making.kind === 'lost' && !making.isGone)) {
    return <Creating place={making.place} job={making.job} />;
  }
  if (making.kind === 'job' || making.kind === 'lost') {
    return (
      <Result
        making={making}
        opensChats={provider.capabilities.opensChats}
        maker={maker}
        onNewGroup={() => {
          picker.clear();
          void maker.dismiss();
        }}
        onBack={() => {
          picker.choose(making.job.members.map(({ userName }) => userName));
          void maker.dismiss();
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
      return (
        <>
          <Header connection={connection} place={stage.place} />
          <Picking
            place={stage.place}
            status={stage.status}
            list={connection.list}
            picker={picker}
            notStarted={making.kind === 'not-started'}
            onCreate={() => void maker.start(stage.place, membersOf(picker.chosen.value))}
          />
        </>
      );
  }
}

function membersOf(people: readonly Contact[]): readonly JobMember[] {
  return people.map(({ userName, name }) => ({ userName, name }));
}
