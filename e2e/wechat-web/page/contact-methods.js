// The questions every contact object of the page answers about itself.
angular.module('webwxApp').factory('contactMethods', [
  'confFactory',
  'accountFactory',
  (confFactory, accountFactory) => {
    function has(flag) {
      return (this.ContactFlag & flag) !== 0;
    }
    return {
      isSelf() {
        return this.UserName === accountFactory.getUserName();
      },
      isContact() {
        return has.call(this, confFactory.CONTACTFLAG_CONTACT) || this.isSelf();
      },
      isRoomContact() {
        return /^@@|@chatroom$/.test(this.UserName);
      },
      isRoomOwner() {
        return this.IsOwner === 1;
      },
      isBrandContact() {
        return (this.VerifyFlag & confFactory.MM_USERATTRVERIFYFALG_BIZ_BRAND) !== 0;
      },
      isSpContact() {
        return confFactory.SPECIALUSER.includes(this.UserName);
      },
      isShieldUser() {
        return confFactory.SHIELDUSER.includes(this.UserName);
      },
      isFileHelper() {
        return this.UserName === 'filehelper';
      },
      isBlackContact() {
        return has.call(this, confFactory.CONTACTFLAG_BLACKLISTCONTACT);
      },
      isStar() {
        return this.StarFriend === 1 || has.call(this, confFactory.CONTACTFLAG_FAVOURCONTACT);
      },
      isMuted() {
        return has.call(this, confFactory.CONTACTFLAG_NOTIFYCLOSECONTACT);
      },
      isTop() {
        return has.call(this, confFactory.CONTACTFLAG_TOPCONTACT);
      },
      /** HTML, as everything the server says about names. */
      getDisplayName() {
        if (!this.isRoomContact()) return this.RemarkName || this.NickName;
        const others = this.MemberList.filter((member) => member.UserName !== accountFactory.getUserName());
        return this.RemarkName || this.NickName || others.map((member) => member.NickName).join('、');
      },
    };
  },
]);
