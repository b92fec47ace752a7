// confFactory: API paths, flags and special users, under the names WeChat Web gives them.
angular.module('webwxApp').factory('confFactory', () => {
  const base = '/cgi-bin/mmwebwx-bin';
  return {
    API_jsLogin: `${base}/jslogin`,
    API_login: `${base}/login`,
    API_webwxinit: `${base}/webwxinit`,
    API_webwxgetcontact: `${base}/webwxgetcontact`,
    API_webwxbatchgetcontact: `${base}/webwxbatchgetcontact`,
    API_webwxcreatechatroom: `${base}/webwxcreatechatroom`,
    API_webwxupdatechatroom: `${base}/webwxupdatechatroom`,
    API_webwxsync: `${base}/webwxsync`,
    API_synccheck: `${base}/synccheck`,
    API_webwxsendmsg: `${base}/webwxsendmsg`,
    API_webwxstatusnotify: `${base}/webwxstatusnotify`,
    API_webwxlogout: `${base}/webwxlogout`,
    API_webwxgeticon: `${base}/webwxgeticon`,
    API_webwxgetheadimg: `${base}/webwxgetheadimg`,
    MSGTYPE_TEXT: 1,
    CONTACTFLAG_CONTACT: 1,
    CONTACTFLAG_CHATCONTACT: 2,
    CONTACTFLAG_CHATROOMCONTACT: 4,
    CONTACTFLAG_BLACKLISTCONTACT: 8,
    CONTACTFLAG_FAVOURCONTACT: 0x40,
    CONTACTFLAG_NOTIFYCLOSECONTACT: 0x200,
    CONTACTFLAG_TOPCONTACT: 0x800,
    MM_USERATTRVERIFYFALG_BIZ_BRAND: 8,
    INVITE_START_COUNT: 40,
    BATCH_SIZE: 50,
    CONTACT_PAGES: 17,
    RES_IMG_PLACEHOLDER: '/zh_CN/htmledition/v2/images/spacer.gif',
    SPECIALUSER: [
      ...['newsapp', 'fmessage', 'filehelper', 'weibo', 'qqmail', 'tmessage', 'qmessage', 'qqsync'],
      ...['floatbottle', 'lbsapp', 'shakeapp', 'medianote', 'qqfriend', 'readerapp', 'blogapp'],
      ...['masssendapp', 'feedsapp', 'voip', 'weixin', 'weixinreminder', 'officialaccounts'],
    ],
    SHIELDUSER: ['newsapp', 'notification_messages'],
  };
});
