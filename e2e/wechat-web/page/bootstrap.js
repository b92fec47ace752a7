// Starts the page, now or as late as a test wants; it never runs in a frame.
(() => {
  if (window.top !== window) {
    window.top.location.href = location.href;
    return;
  }
  const start = () => angular.bootstrap(document, ['webwxApp']);
  const { page, lateMs } = window.__standIn;
  if (page !== 'angular-late') start();
  else if (lateMs !== null) setTimeout(start, lateMs);
  else window.__startAngular = start;
})();
