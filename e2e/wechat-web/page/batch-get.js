// The queue of contacts to ask the server about: collected for a moment, sent at most 50 at a time.
angular.module('webwxApp').factory('batchGet', [
  '$http',
  '$timeout',
  'confFactory',
  'accountFactory',
  ($http, $timeout, confFactory, accountFactory) => {
    const waiting = [];
    const sent = new Set();
    let timer = null;

    const send = (deliver) => {
      timer = null;
      const batch = waiting.splice(0, confFactory.BATCH_SIZE);
      if (batch.length === 0) return;
      for (const one of batch) sent.add(one.UserName);
      const forget = () => {
        for (const one of batch) sent.delete(one.UserName);
      };
      $http({
        method: 'POST',
        url: `${confFactory.API_webwxbatchgetcontact}?type=ex&r=${Date.now()}`,
        data: Object.assign(accountFactory.getBaseRequest(), { Count: batch.length, List: batch }),
      })
        .success((body) => {
          forget();
          if (body?.BaseResponse?.Ret === 0) deliver(body.ContactList);
        })
        .error(forget);
      send(deliver);
    };

    const isQueued = (userName) => sent.has(userName) || waiting.some((one) => one.UserName === userName);

    return {
      isQueued,
      add: ({ UserName, ChatRoomId = '' }, now, deliver) => {
        if (!isQueued(UserName)) waiting.push({ UserName, ChatRoomId });
        if (now) {
          if (timer !== null) $timeout.cancel(timer);
          send(deliver);
        } else if (timer === null) {
          timer = $timeout(() => send(deliver), 200);
        }
      },
    };
  },
]);
