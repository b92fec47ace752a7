// contactFactory: all contacts by UserName, and the lists made from them.
angular.module('webwxApp').factory('contactFactory', [
  'contactMethods',
  'emojiFactory',
  'batchGet',
  (contactMethods, emojiFactory, batchGet) => {
    const contacts = {};
    window._contacts = contacts;
    /** One array for all callers: emptied, refilled, and with headers spliced in for the page's own list. */
    const shared = [];
    let sharedAt = -1;

    const orderOf = (contact) => {
      const spelled = (contact.RemarkPYQuanPin || contact.PYQuanPin || contact.NickName || '').toUpperCase();
      const letters = spelled.replace(/\W/g, '');
      return letters.charAt(0) < 'A' ? '~' : letters;
    };
    const byOrder = (one, other) => {
      if (one.MMOrderSymbol === other.MMOrderSymbol) return 0;
      return one.MMOrderSymbol > other.MMOrderSymbol ? 1 : -1;
    };
    const all = () => Object.keys(contacts).map((userName) => contacts[userName]);
    const friends = (isWithoutBrand) =>
      all()
        .filter((one) => one.isContact() && !one.isRoomContact() && !one.isSelf())
        .filter((one) => !(isWithoutBrand && one.isBrandContact()))
        .sort(byOrder);

    const headed = (list) =>
      list.flatMap((one, place) => {
        const letter = one.MMOrderSymbol.charAt(0);
        const before = list[place - 1];
        const isFirst = before === undefined || before.MMOrderSymbol.charAt(0) !== letter;
        return isFirst ? [{ text: letter, type: 'header' }, one] : [one];
      });

    const contactFactory = {
      contactChangeFlag: 0,
      getAllContacts: () => contacts,
      getAllFriendContact: (options) => {
        const { isNewArray, isWithoutBrand } = options || {};
        if (isNewArray) return friends(isWithoutBrand);
        if (sharedAt !== contactFactory.contactChangeFlag) {
          sharedAt = contactFactory.contactChangeFlag;
          shared.length = 0;
          for (const entry of headed(friends(isWithoutBrand))) shared.push(entry);
        }
        return shared;
      },
      getAllChatroomContact: () => all().filter((one) => one.isRoomContact()),
      getAllStarContact: () => all().filter((one) => one.isStar() && !one.isBrandContact()),
      getContact: (userName, chatroomUserName, noBatchGet) => {
        const room = contacts[chatroomUserName];
        const member = room?.MemberList.find((one) => one.UserName === userName);
        const found = contacts[userName] || member;
        if (!found && !noBatchGet) {
          contactFactory.addBatchgetContact({ UserName: userName, ChatRoomId: chatroomUserName || '' });
        }
        return found;
      },
      addContact: (record) => {
        if (!record?.UserName) return;
        const contact = Object.assign(contacts[record.UserName] || {}, record, contactMethods);
        contact.NickName = emojiFactory.emoticonFormat(contact.NickName || '');
        contact.RemarkName = emojiFactory.emoticonFormat(contact.RemarkName || '');
        contact.MMOrderSymbol = orderOf(contact);
        contacts[record.UserName] = contact;
        contactFactory.contactChangeFlag += 1;
      },
      addContacts: (records) => {
        for (const record of records) contactFactory.addContact(record);
      },
      deleteContact: (userName) => {
        delete contacts[userName];
        contactFactory.contactChangeFlag += 1;
      },
      addBatchgetContact: (wanted, now) => batchGet.add(wanted, now, contactFactory.addContacts),
      isBatchgetQueued: (userName) => batchGet.isQueued(userName),
    };
    return contactFactory;
  },
]);
