import { sendCsrfHeader } from './csrf';
import { sendOnce } from './submit';
import { leadToErrors } from './summary';

sendCsrfHeader(document);
sendOnce(document);
leadToErrors(document);
