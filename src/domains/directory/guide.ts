import type { Texts } from './text-in-languages.ts'

/** An answer of "I don't know what to look for" and the codes of the service types it leads to. */
export interface GuideAnswer {
  code: string
  text: Required<Texts>
  types: readonly string[]
}

/** A life situation: a door of the home page and the first answer of the guide. */
export interface Situation {
  code: string
  title: Required<Texts>
  /** One sentence on the door. */
  sentence: Required<Texts>
  question: Required<Texts>
  answers: readonly GuideAnswer[]
}

const answer = (code: string, types: string, pl: string, uk: string, en: string): GuideAnswer => ({
  code,
  types: types.split(' '),
  text: { pl, uk, en },
})

const hardest = { pl: 'Co jest najtrudniejsze?', uk: 'Що найважче?', en: 'What is hardest?' }
const needed = { pl: 'Czego potrzeba?', uk: 'Що потрібно?', en: 'What is needed?' }

export const situations: readonly Situation[] = [
  {
    code: 'opieka',
    title: { pl: 'Opieka nad bliskim', uk: 'Догляд за близькою людиною', en: 'Caring for someone close' },
    sentence: {
      pl: 'Ktoś chory lub starszy potrzebuje pomocy, a Ty odpoczynku.',
      uk: 'Хвора чи літня людина потребує допомоги, а ви відпочинку.',
      en: 'Someone ill or old needs help, and you need a rest.',
    },
    question: hardest,
    answers: [
      answer(
        'odpoczynek',
        'S001 S002 S037',
        'Nie mam już siły, chcę odpocząć',
        'Не маю більше сил, хочу відпочити',
        'I have no strength left, I need a rest',
      ),
      answer(
        'dom',
        'S003 S004 S007 S012',
        'Potrzebna pomoc w domu: mycie, posiłki, zakupy',
        'Потрібна допомога вдома: гігієна, їжа, покупки',
        'Help is needed at home: washing, meals, shopping',
      ),
      answer(
        'dzien',
        'S008 S036 S001',
        'Bliski nie może zostać sam, gdy pracuję',
        'Близька людина не може бути сама, коли я на роботі',
        "They can't be left alone while I work",
      ),
      answer(
        'szpital',
        'S053 S052 S004 S028',
        'Bliski wraca ze szpitala',
        'Близька людина повертається з лікарні',
        'They are coming home from hospital',
      ),
      answer(
        'sprzet',
        'S028 S031 S038',
        'Potrzebne łóżko, wózek albo nauka pielęgnacji',
        'Потрібне ліжко, візок або навчання догляду',
        'A bed, a wheelchair or training in care is needed',
      ),
    ],
  },
  {
    code: 'starosc',
    title: { pl: 'Starość i samotność', uk: 'Старість і самотність', en: 'Growing old, being alone' },
    sentence: {
      pl: 'Trudniej wyjść, coś załatwić, z kimś porozmawiać.',
      uk: 'Важче вийти, щось владнати, з кимось поговорити.',
      en: 'It gets harder to go out, sort things out, talk to someone.',
    },
    question: hardest,
    answers: [
      answer(
        'samotnosc',
        'S092 S122 S009',
        'Nie mam z kim porozmawiać',
        'Немає з ким поговорити',
        'I have nobody to talk to',
      ),
      answer(
        'bezpieczenstwo',
        'S006 S007 S122',
        'Boję się, że upadnę i nikt nie usłyszy',
        'Боюся, що впаду, і ніхто не почує',
        'I fear I will fall and nobody will hear',
      ),
      answer(
        'codziennosc',
        'S003 S012 S091 S007',
        'Zakupy, gotowanie, naprawy',
        'Покупки, готування, ремонт',
        'Shopping, cooking, repairs',
      ),
      answer(
        'aktywnosc',
        'S009 S097 S099 S105 S103',
        'Chcę wyjść do ludzi i coś robić',
        'Хочу вийти до людей і щось робити',
        'I want to get out and do something',
      ),
      answer('zdrowie', 'S049 S102 S050 S054', 'Zdrowie i pamięć', 'Здоров’я та пам’ять', 'Health and memory'),
      answer(
        'telefon',
        'S098',
        'Telefon, internet, sprawy przez komputer',
        'Телефон, інтернет, справи через комп’ютер',
        'Phone, internet, doing things online',
      ),
    ],
  },
  {
    code: 'rodzina',
    title: { pl: 'Dziecko i rodzina', uk: 'Дитина і родина', en: 'Child and family' },
    sentence: {
      pl: 'Ciąża, opieka, szkoła, kłótnie, smutek dziecka.',
      uk: 'Вагітність, догляд, школа, сварки, смуток дитини.',
      en: 'Pregnancy, childcare, school, quarrels, a sad child.',
    },
    question: needed,
    answers: [
      answer(
        'malenstwo',
        'S055 S056 S066',
        'Czekam na dziecko albo właśnie się urodziło',
        'Чекаю на дитину або вона щойно народилася',
        'I expect a child, or one was just born',
      ),
      answer(
        'opieka',
        'S066 S067 S065',
        'Nie mam z kim zostawić dziecka',
        'Немає з ким залишити дитину',
        'I have nobody to leave my child with',
      ),
      answer(
        'wychowanie',
        'S058 S059 S046',
        'Trudno mi dogadać się z dzieckiem',
        'Важко порозумітися з дитиною',
        'It is hard to get along with my child',
      ),
      answer(
        'smutek',
        'S045 S046 S081',
        'Dziecko jest smutne, boi się, zamyka się',
        'Дитина сумна, боїться, замикається',
        'My child is sad, afraid, withdrawn',
      ),
      answer(
        'po-szkole',
        'S061 S064 S063 S062',
        'Czas po szkole i nauka',
        'Час після школи й навчання',
        'Time after school and homework',
      ),
      answer(
        'rozstanie',
        'S047 S070 S090',
        'Rozstanie, alimenty, sąd',
        'Розлучення, аліменти, суд',
        'Separation, maintenance, court',
      ),
    ],
  },
  {
    code: 'niepelnosprawnosc',
    title: { pl: 'Niepełnosprawność', uk: 'Інвалідність', en: 'Disability' },
    sentence: {
      pl: 'Asystent, transport, orzeczenie, dopłaty, zajęcia.',
      uk: 'Асистент, транспорт, посвідчення, доплати, заняття.',
      en: 'An assistant, transport, a certificate, funding, activities.',
    },
    question: needed,
    answers: [
      answer(
        'wyjscie',
        'S025 S026',
        'Ktoś, kto ze mną wyjdzie lub mnie zawiezie',
        'Хтось, хто піде зі мною або відвезе',
        'Someone to go out with me or drive me',
      ),
      answer(
        'orzeczenie',
        'S033 S034',
        'Orzeczenie, karta, odwołanie',
        'Посвідчення, картка, оскарження',
        'A certificate, a card, an appeal',
      ),
      answer(
        'doplaty',
        'S029 S030 S031 S032 S018',
        'Pieniądze na sprzęt, remont lub wyjazd',
        'Гроші на обладнання, ремонт чи поїздку',
        'Money for equipment, adaptations or a stay',
      ),
      answer('dzien', 'S035 S036', 'Zajęcia w ciągu dnia', 'Заняття протягом дня', 'Something to do during the day'),
      answer(
        'dziecko',
        'S041 S042 S043 S020',
        'Pomoc dla mojego dziecka',
        'Допомога для моєї дитини',
        'Help for my child',
      ),
      answer('migowy', 'S039', 'Tłumacz języka migowego', 'Перекладач жестової мови', 'A sign language interpreter'),
    ],
  },
  {
    code: 'praca',
    title: { pl: 'Praca i pieniądze', uk: 'Робота і гроші', en: 'Work and money' },
    sentence: {
      pl: 'Brakuje pracy, na rachunki, na czynsz albo na jedzenie.',
      uk: 'Бракує роботи, на рахунки, на оренду або на їжу.',
      en: 'No work, or not enough for bills, rent or food.',
    },
    question: hardest,
    answers: [
      answer(
        'praca',
        'S107 S110 S108 S109',
        'Szukam pracy lub kursu',
        'Шукаю роботу чи курс',
        'I look for work or a course',
      ),
      answer(
        'jedzenie',
        'S013 S015 S016 S017',
        'Nie starcza na jedzenie, leki, opał',
        'Не вистачає на їжу, ліки, паливо',
        'There is not enough for food, medicine, fuel',
      ),
      answer(
        'mieszkanie',
        'S021 S087 S022',
        'Nie mam na czynsz lub prąd',
        'Немає на оренду чи світло',
        "I can't pay the rent or electricity",
      ),
      answer(
        'dlugi',
        'S088 S089 S090',
        'Mam długi, komornika',
        'Маю борги, судового виконавця',
        'I have debts or a bailiff',
      ),
      answer('od-nowa', 'S111 S112 S113', 'Chcę zacząć od nowa', 'Хочу почати спочатку', 'I want to start again'),
    ],
  },
  {
    code: 'kryzys',
    title: { pl: 'Przemoc i kryzys', uk: 'Насильство і криза', en: 'Violence and crisis' },
    sentence: {
      pl: 'Ktoś krzywdzi, pije, nie ma dachu nad głową albo sił.',
      uk: 'Хтось кривдить, п’є, не має даху над головою чи сил.',
      en: 'Someone hurts, drinks, has no roof over their head or no strength.',
    },
    question: { pl: 'Co się dzieje?', uk: 'Що відбувається?', en: "What's going on?" },
    answers: [
      answer(
        'przemoc',
        'S075 S076 S074',
        'Ktoś robi krzywdę mnie lub bliskim',
        'Хтось кривдить мене чи близьких',
        'Someone hurts me or those close to me',
      ),
      answer(
        'bez-wyjscia',
        'S074 S044 S122',
        'Nie widzę wyjścia, nie daję rady',
        'Не бачу виходу, не даю ради',
        "I see no way out, I can't cope",
      ),
      answer(
        'nalog',
        'S078 S079 S080 S081',
        'Alkohol, narkotyki, gry',
        'Алкоголь, наркотики, ігри',
        'Alcohol, drugs, games',
      ),
      answer('bez-domu', 'S083 S084', 'Nie mam gdzie spać', 'Немає де спати', 'I have nowhere to sleep'),
      answer(
        'pozar',
        'S123 S016',
        'Pożar, zalanie, nagłe nieszczęście',
        'Пожежа, затоплення, раптове лихо',
        'A fire, a flood, a sudden disaster',
      ),
      answer(
        'wojna',
        'S116 S118 S117 S115',
        'Przyjechałam lub przyjechałem z Ukrainy',
        'Я приїхала або приїхав з України',
        'I came from Ukraine',
      ),
    ],
  },
]

/** What the addresses say so far; a code that nobody knows counts as no answer. */
export function answered(situationCode: string, answerCode: string) {
  const situation = situations.find(({ code }) => code === situationCode)
  return { situation, answer: situation?.answers.find(({ code }) => code === answerCode) }
}
