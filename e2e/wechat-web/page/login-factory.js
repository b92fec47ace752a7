// loginFactory: in by cookies or by QR code, and out again.
angular.module('webwxApp').factory('loginFactory', [
  '$http',
  '$rootScope',
  'confFactory',
  'accountFactory',
  'contactFactory',
  'contactLoader',
  'chatFactory',
  'syncLoop',
  ($http, $rootScope, confFactory, accountFactory, contactFactory, contactLoader, chatFactory, syncLoop) => {
    const cookies = ['wxuin', 'wxsid', 'webwx_data_ticket'];
    const loginFactory = { qrCode: '' };
    const asText = (text) => text;
    const xmlValue = (xml, name) => (new RegExp(`<${name}>(.*?)</${name}>`).exec(xml) || [])[1];

    const enter = (body) => {
      accountFactory.setUserInfo(body.User);
      accountFactory.setKeys({ skey: body.SKey, sid: accountFactory.getSid() });
      confFactory.INVITE_START_COUNT = body.InviteStartCount;
      contactFactory.addContact(body.User);
      contactFactory.addContacts(body.ContactList);
      chatFactory.setChatList(body.ChatSet.split(',').filter((userName) => userName !== ''));
      window.onbeforeunload = () => '关闭浏览器聊天内容将会丢失。';
      $rootScope.$broadcast('root:pageInit:success');
      contactLoader.load();
      syncLoop.start(body.SyncKey, loginFactory.loginout);
    };

    loginFactory.init = () =>
      $http({
        method: 'POST',
        url: `${confFactory.API_webwxinit}?r=${~Date.now()}`,
        data: accountFactory.getBaseRequest(),
      })
        .success((body) => {
          if (body?.BaseResponse?.Ret === 0) enter(body);
          else loginFactory.loginout();
        })
        .error(() => loginFactory.loginout());

    loginFactory.showQrCode = () =>
      $http({ method: 'GET', url: confFactory.API_jsLogin, transformResponse: asText }).success((text) => {
        const [, uuid] = /QRLogin\.uuid = "(.*?)"/.exec(text) || [];
        loginFactory.qrCode = `/qrcode/${uuid}`;
        poll(uuid);
      });

    const poll = (uuid) =>
      $http({
        method: 'GET',
        url: `${confFactory.API_login}?uuid=${encodeURIComponent(uuid)}&tip=0&r=${~Date.now()}`,
        transformResponse: asText,
      }).success((text) => {
        const [, code] = /window\.code=(\d+)/.exec(text) || [];
        const [, redirect] = /redirect_uri="(.*?)"/.exec(text) || [];
        if (code === '200') takeKeys(redirect);
        else if (code === '408') poll(uuid);
        else loginFactory.showQrCode();
      });

    const takeKeys = (redirect) => {
      if (new URL(redirect).host !== location.host) {
        location.href = redirect;
        return;
      }
      $http({ method: 'GET', url: `${redirect}&fun=new`, transformResponse: asText }).success((xml) => {
        if (xmlValue(xml, 'ret') !== '0') return loginFactory.showQrCode();
        accountFactory.setKeys({
          skey: xmlValue(xml, 'skey'),
          sid: xmlValue(xml, 'wxsid'),
          passTicket: xmlValue(xml, 'pass_ticket'),
        });
        return loginFactory.init();
      });
    };

    const forgetCookies = () => {
      for (const name of cookies) {
        // biome-ignore lint/suspicious/noDocumentCookie: the only way that all browsers of the page know
        document.cookie = `${name}=; Path=/; Secure; Max-Age=0`;
      }
    };

    loginFactory.loginout = () => {
      syncLoop.stop();
      // Another tab may have logged in again: its cookies are not this page's to delete.
      const isMine = document.cookie.includes(`wxsid=${accountFactory.getSid()}`);
      accountFactory.clear();
      window.onbeforeunload = null;
      if (isMine) forgetCookies();
      for (const userName of Object.keys(contactFactory.getAllContacts()))
        contactFactory.deleteContact(userName);
      chatFactory.setChatList([]);
      chatFactory.setCurrentUserName('');
      loginFactory.showQrCode();
    };

    return loginFactory;
  },
]);
