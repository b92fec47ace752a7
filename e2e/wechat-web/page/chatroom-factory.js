// chatroomFactory: makes groups and changes them, with the same silences as WeChat Web's own.
angular.module('webwxApp').factory('chatroomFactory', [
  '$http',
  '$q',
  'confFactory',
  'accountFactory',
  'contactFactory',
  'emojiFactory',
  ($http, $q, confFactory, accountFactory, contactFactory, emojiFactory) => {
    const isFine = (body) => Boolean(body.BaseResponse) && body.BaseResponse.Ret === 0;

    const fieldsOf = (fun, change) =>
      ({
        addmember: { AddMemberList: change.addMembers },
        invitemember: { InviteMemberList: change.inviteMembers },
        delmember: { DelMemberList: change.delMember },
        modtopic: { NewTopic: change.topic },
        quitchatroom: {},
      })[fun];

    const chatroomFactory = {
      /** Resolves on Ret 0 alone; every other Ret rejects with the body, an HTTP error with its text. */
      create: (memberList) => {
        const made = $q.defer();
        $http({
          method: 'POST',
          url: `${confFactory.API_webwxcreatechatroom}?r=${Date.now()}`,
          data: Object.assign({}, accountFactory.getBaseRequest(), {
            MemberCount: memberList.length,
            MemberList: memberList,
            Topic: '',
          }),
        })
          .success((body) => {
            if (isFine(body)) made.resolve(body);
            else made.reject(body);
          })
          .error((body) => {
            made.reject(body);
          });
        return made.promise;
      },
      addMember: (roomName, userNames, callback) => {
        const room = contactFactory.getContact(roomName);
        const count = room.MemberList.length + userNames.split(',').length;
        if (count >= confFactory.INVITE_START_COUNT) {
          chatroomFactory._update('invitemember', roomName, { inviteMembers: userNames }, callback);
        } else {
          chatroomFactory._update('addmember', roomName, { addMembers: userNames }, callback);
        }
      },
      delMember: (roomName, userName) => {
        chatroomFactory._update('delmember', roomName, { delMember: userName });
      },
      modTopic: (roomName, topic) => {
        chatroomFactory._update('modtopic', roomName, { topic: emojiFactory.formatHTMLToSend(topic) });
      },
      quit: (roomName) => {
        chatroomFactory._update('quitchatroom', roomName, {});
      },
      /** An HTTP error is never told. */
      _update: (fun, roomName, change, callback) => {
        $http({
          method: 'POST',
          url: `${confFactory.API_webwxupdatechatroom}?fun=${fun}`,
          data: Object.assign(
            { ChatRoomName: roomName },
            fieldsOf(fun, change),
            accountFactory.getBaseRequest(),
          ),
        }).success((body) => {
          const room = contactFactory.getContact(roomName, '', true);
          if (room && isFine(body) && body.MemberList) room.MemberList = body.MemberList;
          if (callback) callback(body);
        });
      },
    };
    return chatroomFactory;
  },
]);
