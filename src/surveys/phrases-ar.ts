import type { Phrases } from './phrases-en.js';

export const ARABIC: Phrases = {
  unlikely: 'غير محتمل على الإطلاق',
  likely: 'محتمل جدًا',
  answer: 'أضف إجابتك',
  openPage: 'يمكنك أيضًا الإجابة في هذه الصفحة:',
  reminder: 'تذكير: ما زالت {company} تودّ معرفة رأيك.',
  answerUntil: 'يمكنك الإجابة حتى {date}.',
  seenWithName: 'ترى {company} والأشخاص الذين يعملون على ملاحظاتك إجابتك مع اسمك.',
  anonymous:
    'هذا الاستطلاع مجهول الهوية: لن يعرف أحد بماذا أجبت، ولا تُعرض الإجابات إلا في مجموعات لا تقل عن {count}.',
  whyYou: 'وصلتك هذه الرسالة لأن {company} تطلب رأيك.',
  unsubscribe: 'إلغاء الاشتراك',
  unsubscribeTitle: 'هل تريد عدم تلقي استطلاعات من {company} بعد الآن؟',
  unsubscribeText: 'لن تُرسل استطلاعات إلى {email} بعد الآن. ولا يشمل ذلك الرسائل الأخرى.',
  unsubscribedTitle: 'تم إلغاء اشتراكك',
  unsubscribedText: 'لن ترسل {company} استطلاعات أخرى إلى {email}.',
  prizeTitle: 'سحب على جائزة: {prize}',
  prizeText: 'يُحفظ عنوانك منفصلًا عن إجاباتك، ولا يُستخدم إلا في هذا السحب.',
  prizeEmail: 'البريد الإلكتروني',
  prizeConsent: 'أريد المشاركة وأوافق على حفظ عنواني إلى أن يُبلَّغ الفائزون.',
  prizeEnter: 'المشاركة',
  prizeEntered: 'أنت الآن مشارك في السحب. حظًا سعيدًا!',
  prizeRecord: 'كيف يجري السحب وكيف يمكن التحقق منه',
};
