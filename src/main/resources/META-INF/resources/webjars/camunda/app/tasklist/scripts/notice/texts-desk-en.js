/** What list, reading tab, evidence and handing over say in English. Same keys as texts-desk-zh.js. */
export const en = {
  'lights.GREEN': 'on track', 'lights.YELLOW': 'due soon', 'lights.RED': 'overdue',
  'counts.label': '{n} tasks',

  'reading.tab': 'Notice', 'reading.requirements': 'Requirements', 'reading.done': '{n} of {all} ticked',
  'reading.explain': 'The ticks are your own notes, kept on the server and shown to nobody else; they submit nothing.',
  'reading.text': 'Full text', 'reading.files': 'Attachments', 'reading.noRequirements': 'The notice lists no requirements.',
  'reading.noFiles': 'No attachments.', 'reading.failed': 'Could not be loaded: {reason}', 'reading.notSaved': 'The tick was not saved: {reason}',
  'reading.tick': 'Checked “{content}”', 'reading.hash': 'SHA-256: {hash}', 'reading.general': 'Other requirements',

  'evidence.title': 'Evidence', 'evidence.optional': 'optional; nothing is needed to submit',
  'evidence.choose': 'Choose files', 'evidence.drop': 'or drop them here, several at once if you like',
  'evidence.limits': 'up to {size} each, {files} files, {total} together; {types}',
  'evidence.none': 'No evidence.', 'evidence.remove': 'Remove', 'evidence.removeLabel': 'Remove “{name}”',
  'evidence.cancel': 'Cancel', 'evidence.cancelLabel': 'Cancel the upload of “{name}”', 'evidence.waiting': 'waiting',
  'evidence.sending': '{percent}% uploaded', 'evidence.checking': 'checking…', 'evidence.cancelled': 'cancelled',
  'evidence.failed': 'Not uploaded: {reason}', 'evidence.tooLarge': 'the file has {size}; at most {max} each', 'evidence.dismiss': 'Dismiss',
  'evidence.tooMany': 'at most {n} files', 'evidence.extension': 'not a kind of file that is accepted', 'evidence.empty': 'the file is empty',
  'evidence.uploaded': '“{name}” is uploaded', 'evidence.removed': '“{name}” is removed', 'evidence.loadFailed': 'The evidence could not be loaded: {reason}',
  'evidence.busy': 'Files are still being uploaded; wait or cancel before you submit', 'evidence.by': '{who}, {when}',

  'hand.action': 'Hand over', 'hand.title': 'Transfer or delegate', 'hand.close': 'Close', 'hand.task': 'Task',
  'hand.explain': 'Only to a colleague of your unit with the same role; the due date stays, and the ledger records it.',
  'hand.holder': '{who} works on it', 'hand.nobody': 'nobody has claimed it', 'hand.delegated': '{owner} delegated it to {who}; once given back, {owner} submits it',
  'hand.to': 'To', 'hand.none': 'Nobody else in your unit can work on this task.',
  'hand.taken': 'A colleague has claimed the task and can hand it over. If they are away, the lead of your unit takes it back under Deputies.',
  'hand.kind': 'How', 'hand.transfer': 'Transfer', 'hand.transfer.hint': 'they work on it and submit it',
  'hand.delegate': 'Delegate', 'hand.delegate.hint': 'they work on it and give it back; you submit it',
  'hand.reason': 'Reason (optional)', 'hand.send': 'Confirm', 'hand.sending': 'Working…', 'hand.choose': 'Choose a colleague',
  'hand.transferred': 'Transferred to {who}.', 'hand.delegatedTo': 'Delegated to {who}.', 'hand.resolved': 'Given back.',
  'hand.resolve': 'Give back', 'hand.fetch': 'Take back', 'hand.failed': 'Not done: {reason}',
};
