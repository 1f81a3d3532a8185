/** What the product is called, on every page and in every title. */
export const PRODUCT_NAME = '政务公开任务管理'
