// chatFactory: the chat that is open, its messages, and how a text is sent.
angular.module('webwxApp').factory('chatFactory', [
  '$http',
  'confFactory',
  'accountFactory',
  'emojiFactory',
  ($http, confFactory, accountFactory, emojiFactory) => {
    const byChat = {};
    let chats = [];
    let current = '';
    let count = 0;
    const nextId = () => {
      count += 1;
      return `${Date.now()}${String(count).padStart(4, '0')}`;
    };

    const chatFactory = {
      /** UserNames, the latest first. */
      getChatList: () => chats,
      setChatList: (userNames) => {
        chats = userNames;
      },
      addChatList: (userName) => {
        chats = [userName, ...chats.filter((one) => one !== userName)];
      },
      removeChat: (userName) => {
        chats = chats.filter((one) => one !== userName);
      },
      getCurrentUserName: () => current,
      setCurrentUserName: (userName) => {
        current = userName;
        if (userName) chatFactory.addChatList(userName);
      },
      getChatMessage: (userName) => {
        byChat[userName] = byChat[userName] || [];
        return byChat[userName];
      },
      /** MsgId is the client's own id until the server has given one: that there is one proves nothing. */
      createMessage: ({ ToUserName, Content, MsgType }) => {
        const id = nextId();
        return {
          ClientMsgId: id,
          LocalID: id,
          MsgId: id,
          MMStatus: confFactory.MSG_SEND_STATUS_READY,
          FromUserName: accountFactory.getUserName(),
          ToUserName,
          Type: MsgType,
          MsgType,
          MMSendContent: emojiFactory.formatHTMLToSend(Content),
          // Only to be looked at: what is sent keeps its newlines.
          Content: Content.replace(/\n/g, '<br>'),
        };
      },
      appendMessage: (message) => {
        message.MMStatus = confFactory.MSG_SEND_STATUS_SENDING;
        chatFactory.getChatMessage(message.ToUserName).push(message);
        chatFactory.addChatList(message.ToUserName);
      },
      sendMessage: (message) => {
        message.MMStatus = confFactory.MSG_SEND_STATUS_SENDING;
        $http({
          method: 'POST',
          url: confFactory.API_webwxsendmsg,
          data: Object.assign(accountFactory.getBaseRequest(), {
            Msg: {
              Type: message.Type,
              Content: message.MMSendContent,
              FromUserName: message.FromUserName,
              ToUserName: message.ToUserName,
              LocalID: message.LocalID,
              ClientMsgId: message.ClientMsgId,
            },
            Scene: 0,
          }),
        })
          .success((body) => {
            if (body?.BaseResponse?.Ret === 0) {
              message.MsgId = body.MsgID;
              message.MMStatus = confFactory.MSG_SEND_STATUS_SUCC;
            } else {
              message.MMStatus = confFactory.MSG_SEND_STATUS_FAIL;
            }
          })
          .error(() => {
            message.MMStatus = confFactory.MSG_SEND_STATUS_FAIL;
          });
      },
    };
    return chatFactory;
  },
]);
