// syncLoop: waits for news with a long poll, fetches it, and notices when the session is over.
angular.module('webwxApp').factory('syncLoop', [
  '$http',
  '$timeout',
  'confFactory',
  'accountFactory',
  'contactFactory',
  'chatFactory',
  ($http, $timeout, confFactory, accountFactory, contactFactory, chatFactory) => {
    let key = null;
    let onEnd = () => {};
    /** Answers that belong to an earlier run are ignored. */
    let run = 0;

    const keyText = () => key.List.map(({ Key, Val }) => `${Key}_${Val}`).join('|');
    const parameters = () =>
      Object.entries({
        r: Date.now(),
        skey: accountFactory.getSkey(),
        sid: accountFactory.getSid(),
        uin: accountFactory.getUin(),
        deviceid: accountFactory.getDeviceID(),
        synckey: keyText(),
      })
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&');

    const take = (body) => {
      key = body.SyncCheckKey || body.SyncKey;
      contactFactory.addContacts(body.ModContactList);
      for (const one of body.ModContactList) {
        if (one.UserName.startsWith('@@')) chatFactory.addChatList(one.UserName);
      }
      for (const one of body.DelContactList) {
        contactFactory.deleteContact(one.UserName);
        chatFactory.removeChat(one.UserName);
      }
    };

    const fetch = (mine) =>
      $http({
        method: 'POST',
        url: `${confFactory.API_webwxsync}?sid=${accountFactory.getSid()}&skey=${accountFactory.getSkey()}`,
        data: Object.assign(accountFactory.getBaseRequest(), { SyncKey: key, rr: ~Date.now() }),
      })
        .success((body) => {
          if (mine !== run) return;
          if (body?.BaseResponse?.Ret !== 0) return onEnd();
          take(body);
          check(mine);
        })
        .error(() => again(mine));

    const again = (mine) => $timeout(() => mine === run && check(mine), 1000);

    const check = (mine) =>
      $http({
        method: 'GET',
        url: `${confFactory.API_synccheck}?${parameters()}`,
        transformResponse: (text) => text,
      })
        .success((text) => {
          if (mine !== run) return;
          const [, retcode, selector] = /retcode:"(\d+)",selector:"(\d+)"/.exec(text) || [];
          if (retcode !== '0') onEnd();
          else if (selector === '0') check(mine);
          else fetch(mine);
        })
        .error(() => again(mine));

    return {
      start: (firstKey, sessionEnded) => {
        key = firstKey;
        onEnd = sessionEnded;
        run += 1;
        check(run);
      },
      stop: () => {
        run += 1;
      },
    };
  },
]);
