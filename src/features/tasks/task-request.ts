/** How many tasks a list shows at once. */
export const TASKS_PER_PAGE = 50
