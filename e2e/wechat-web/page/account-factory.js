// accountFactory: who is logged in, and the keys every request carries.
angular.module('webwxApp').factory('accountFactory', () => {
  let user = {};
  let keys = {};
  const cookie = (name) => {
    const pair = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
    return pair === undefined ? undefined : pair.slice(name.length + 1);
  };
  const digits = () => Array.from(crypto.getRandomValues(new Uint32Array(15)), (each) => each % 10).join('');

  const accountFactory = {
    setUserInfo: (info) => {
      user = info;
    },
    getUserInfo: () => user,
    getUserName: () => user.UserName,
    setKeys: (given) => {
      keys = Object.assign({}, keys, given);
    },
    /** Forgets everything: logged out. */
    clear: () => {
      user = {};
      keys = {};
    },
    getUin: () => user.Uin || cookie('wxuin'),
    getSid: () => keys.sid || cookie('wxsid'),
    getSkey: () => keys.skey || '',
    /** Only a QR login in this very page tells it. */
    getPassticket: () => keys.passTicket,
    getDeviceID: () => `e${digits()}`,
    getBaseRequest: () => ({
      BaseRequest: {
        Uin: accountFactory.getUin(),
        Sid: accountFactory.getSid(),
        Skey: accountFactory.getSkey(),
        DeviceID: accountFactory.getDeviceID(),
      },
    }),
  };
  return accountFactory;
});
