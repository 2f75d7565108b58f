/** What list, reading tab, evidence and handing over say in Chinese. Same keys as texts-desk-en.js. */
export const zh = {
  'lights.GREEN': '正常', 'lights.YELLOW': '即将到期', 'lights.RED': '已逾期',
  'counts.label': '{n} 项',

  'reading.tab': '通知', 'reading.requirements': '工作要求', 'reading.done': '已勾选 {n} / {all} 项',
  'reading.explain': '勾选只供自己核对，保存在服务器上，别人看不到；不代替办理和填报。',
  'reading.text': '通知全文', 'reading.files': '附件', 'reading.noRequirements': '本通知没有单列工作要求。',
  'reading.noFiles': '没有附件。', 'reading.failed': '未能载入：{reason}', 'reading.notSaved': '未能保存勾选：{reason}',
  'reading.tick': '已核对“{content}”', 'reading.hash': 'SHA-256：{hash}', 'reading.general': '其他要求',

  'evidence.title': '佐证材料', 'evidence.optional': '选填，不上传不影响提交',
  'evidence.choose': '选择文件', 'evidence.drop': '或把文件拖到这里，可一次选多个',
  'evidence.limits': '单个不超过 {size}，最多 {files} 个，合计不超过 {total}；{types}',
  'evidence.none': '没有佐证材料。', 'evidence.remove': '删除', 'evidence.removeLabel': '删除“{name}”',
  'evidence.cancel': '取消', 'evidence.cancelLabel': '取消上传“{name}”', 'evidence.waiting': '等待上传',
  'evidence.sending': '已上传 {percent}%', 'evidence.checking': '正在核验…', 'evidence.cancelled': '已取消',
  'evidence.failed': '未上传：{reason}', 'evidence.tooLarge': '文件有 {size}，单个不超过 {max}', 'evidence.dismiss': '知道了',
  'evidence.tooMany': '最多 {n} 个文件', 'evidence.extension': '不是可以上传的类型', 'evidence.empty': '文件是空的',
  'evidence.uploaded': '“{name}”已上传', 'evidence.removed': '“{name}”已删除', 'evidence.loadFailed': '佐证材料未能载入：{reason}',
  'evidence.busy': '还有文件正在上传，请等待完成或取消后再提交', 'evidence.by': '{who}，{when}',

  'hand.action': '转办', 'hand.title': '转办、委托', 'hand.close': '关闭', 'hand.task': '任务',
  'hand.explain': '只能交给本单位有相同职责的同事；时限不变，台账留有记录。',
  'hand.holder': '现由 {who} 办理', 'hand.nobody': '尚无人领取', 'hand.delegated': '{owner} 委托 {who} 办理，交回后由 {owner} 提交',
  'hand.to': '交给', 'hand.none': '本单位没有其他可以办理此任务的在职人员。',
  'hand.taken': '任务已由同事领取，由领取人转办。其不在岗时，请本单位负责人在“代理与收回”中收回。',
  'hand.kind': '方式', 'hand.transfer': '转办', 'hand.transfer.hint': '从此由对方办理并提交',
  'hand.delegate': '委托', 'hand.delegate.hint': '对方办理后交回，由您提交',
  'hand.reason': '说明（选填）', 'hand.send': '确定', 'hand.sending': '正在处理…', 'hand.choose': '请选择同事',
  'hand.transferred': '已转办给 {who}。', 'hand.delegatedTo': '已委托 {who} 办理。', 'hand.resolved': '已交回。',
  'hand.resolve': '交回委托', 'hand.fetch': '收回委托', 'hand.failed': '未能完成：{reason}',
};
