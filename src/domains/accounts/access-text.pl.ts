import type { Action } from '#platform/access.ts'
import type { Role } from '#platform/actor.ts'

export const pl = {
  roles: {
    director: 'Dyrektor centrum',
    'service-organiser': 'Organizator usług społecznych',
    'plan-coordinator': 'Koordynator indywidualnych planów',
    'community-organiser': 'Organizator społeczności lokalnej',
    'front-desk': 'Pierwszy kontakt',
    provider: 'Wykonawca usług',
    'data-protection-officer': 'Inspektor ochrony danych',
    accountant: 'Księgowość',
    administrator: 'Administrator systemu',
    'regional-analyst': 'Analityk regionalny',
  } satisfies Record<Role, string>,
  actions: {
    'report.take': 'Przyjąć zgłoszenie potrzeby',
    'report.read': 'Czytać zgłoszenia',
    'report.answer': 'Odpowiadać na zgłoszenia',
    'application.register': 'Zarejestrować wniosek',
    'application.read': 'Czytać wnioski',
    'application.assign': 'Wyznaczyć koordynatora',
    'application.handle': 'Prowadzić wniosek',
    'application.refuse': 'Odmówić zakwalifikowania',
    'case.read': 'Czytać akta sprawy',
    'reconnaissance.write': 'Spisać rozpoznanie potrzeb',
    'plan.read': 'Czytać plany',
    'plan.write': 'Układać plan',
    'plan.approve': 'Zatwierdzić plan',
    'plan.close': 'Zakończyć plan',
    'gap.register': 'Zapisać lukę w usługach',
    'gap.read': 'Czytać listę luk',
    'gap.manage': 'Zajmować się lukami',
    'audit.read': 'Czytać dziennik zdarzeń',
    'personal-data.read': 'Czytać rejestr czynności na danych',
    'personal-data.copy': 'Sporządzić kopię danych osoby',
    'personal-data.erase': 'Wstrzymać i usunąć dane osoby',
    'emergency.open': 'Otworzyć sprawę w nagłej sytuacji',
    'emergency.review': 'Oceniać dostępy awaryjne',
    'restriction.manage': 'Ograniczać dostęp do akt osoby',
    'relative.declare': 'Wpisać swoich bliskich',
    'access.read': 'Czytać tabelę uprawnień',
    'account.manage': 'Prowadzić konta',
    'deputy.appoint': 'Wyznaczać zastępstwa',
  } satisfies Record<Action, string>,
}

export type AccessText = typeof pl
