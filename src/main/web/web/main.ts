import { watchAlarms } from './alarms';
import { sendCsrfHeader } from './csrf';
import { keepUntilSent } from './signout';
import { sendOnce } from './submit';
import { leadToErrors } from './summary';

sendCsrfHeader(document);
keepUntilSent(document);
sendOnce(document);
watchAlarms(document);
leadToErrors(document);
