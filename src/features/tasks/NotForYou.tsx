/** Says that there may be something, but not for this reader. */
export function NotForYou() {
  return <p className="faint">仅本任务的牵头、责任、配合单位和政务公开办、领导可见。</p>
}
