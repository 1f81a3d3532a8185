import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

// Calendars start the week and name the months as Chinese readers expect.
dayjs.locale('zh-cn')
