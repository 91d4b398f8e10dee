// Buttons that open and close dialogs, for browsers that do not know the command attribute yet.
export function dialogs() {
  if ('command' in HTMLButtonElement.prototype) {
    return;
  }
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[commandfor]');
    const dialog = button && document.getElementById(button.getAttribute('commandfor'));
    if (dialog && button.getAttribute('command') === 'show-modal') {
      dialog.showModal();
    } else if (dialog) {
      dialog.close();
    }
  });
}
