import { plural } from '#platform/i18n.ts'
import type { PrivacyText } from './privacy-text.pl.ts'

export const en: PrivacyText = {
  title: 'What we do with your data',
  lead: 'This page says why we need your data, who sees it and what rights you have.',
  sections: ({ centre, address, email, phone, draftDays }) => [
    {
      title: 'Who is responsible for your data',
      sentences: [`${centre} is responsible. It is the controller of your data.`],
      points: [`Address: ${address}`, `E-mail: ${email}`, `Phone: ${phone}`],
    },
    {
      title: 'Data protection officer',
      sentences: [
        'The centre has a data protection officer. You can ask about anything to do with your data.',
        `Write to ${email}, or send a letter to the centre’s address. Add: “data protection officer”.`,
      ],
    },
    {
      title: 'Why we need data, and on what basis',
      points: [
        'To take your report, find out what you need and agree a plan. It is our task under the Polish act on social services centres (GDPR art. 6(1)(c) and (e)).',
        'To find help that fits your health, disability or hard situation (GDPR art. 9(2)(b) and (g)).',
        'To contact you in a way that is safe for you.',
        'To know which services are missing. For that we count cases, without names.',
        'To check who looked at your data, and why.',
      ],
    },
    {
      title: 'Do you have to give it',
      sentences: [
        'Giving data is voluntary. You can leave out your PESEL number.',
        'Without a way to reach you, we can’t answer. Without knowing your needs, we can’t make a plan.',
      ],
    },
    {
      title: 'Where we have it from',
      sentences: [
        'From you, or from the person who told us about you.',
        'If somebody else told us, we say so when we first contact you.',
      ],
    },
    {
      title: 'Who gets it',
      points: [
        'The centre’s staff who work on your case. Every look is recorded.',
        'The provider of a service in your plan. They get only what that service needs.',
        'Another office, if you agree that we pass your application on.',
        'The company that runs our system. It works under a contract and can’t use the data for itself.',
        'A court, the police or another authority, when the law says so.',
      ],
      sentences: ['We don’t sell data. We don’t send it outside the European Economic Area.'],
    },
    {
      title: 'How long we keep it',
      sentences: [
        'Case files have an archive category. It says for how many years we keep them.',
        'We count from the end of the year in which the case ended. Ask us how many years that is for you.',
        'After that we erase the content. Only numbers stay, from which nobody can tell who it was.',
        'We hold an erasure while there is a court case, an inspection or a complaint.',
        `A report that you didn’t send is deleted after ${plural('en', draftDays, { one: '# day', other: '# days' })}.`,
      ],
    },
    {
      title: 'Your rights',
      sentences: ['Write, call or come. We answer within a month. You can:'],
      points: [
        'see your data and get a copy,',
        'learn who looked at your data and what for,',
        'correct what is wrong,',
        'ask us only to store the data for now,',
        'object to what we do with it,',
        'ask us to delete data that we don’t have to keep any longer,',
        'withdraw consent, if we asked for it. What we did before stays valid.',
      ],
    },
    {
      title: 'A person decides',
      sentences: ['A person always decides about help. The program decides nothing by itself and rates nobody.'],
    },
    {
      title: 'Cookies',
      sentences: [
        'We keep in your browser only what the site can’t work without.',
        'It is a mark that finds your unsent report or the open page of your case. We don’t track you.',
      ],
    },
  ],
  complaint: {
    title: 'Complaint',
    before:
      'If you think that we break the law, complain to the President of the Polish Personal Data Protection Office (UODO):',
  },
  version: (version) => `Version of this notice: ${version}.`,
}
