// Loads all contacts, page after page; a page that fails ends the loading without a word.
angular.module('webwxApp').factory('contactLoader', [
  '$http',
  'confFactory',
  'accountFactory',
  'contactFactory',
  ($http, confFactory, accountFactory, contactFactory) => {
    const load = (seq, page) => {
      if (page > confFactory.CONTACT_PAGES) return;
      const skey = accountFactory.getSkey();
      $http({
        method: 'GET',
        url: `${confFactory.API_webwxgetcontact}?r=${Date.now()}&seq=${seq}&skey=${skey}`,
      }).success((body) => {
        // The account may have changed while this page was on its way.
        if (body?.BaseResponse?.Ret !== 0 || skey !== accountFactory.getSkey()) return;
        contactFactory.addContacts(body.MemberList);
        if (body.Seq !== 0) load(body.Seq, page + 1);
      });
    };
    return { load: () => load(0, 1) };
  },
]);
