import { administrationWaysText } from "./administration.text.ts";
import { formsText } from "./forms/pages/forms.text.ts";
import type { Actor } from "./identity/actor.ts";
import { administrationText } from "./identity/pages/administration.text.ts";
import { logText } from "./identity/pages/log.text.ts";
import { mayAdminister, mayOperate, mayReadLog } from "./identity/rules.ts";
import type { Language } from "./language.ts";
import { homeText } from "./modules/organisation/pages/home.text.ts";
import { administratorsText } from "./modules/organisation/pages/register/administrators.text.ts";
import { noticeText } from "./notice/text.ts";

export type Way = { readonly to: string; readonly title: string; readonly about: string };

/** What there is to administer, as far as this person may. A room with something to administer adds its line. */
export type Administration = {
	/** Of the organisation represented. */
	readonly organisation: readonly Way[];
	/** Of the installation itself. */
	readonly installation: readonly Way[];
};

export function administrationOf(actor: Actor, language: Language): Administration {
	const { about, newOrganisation } = administrationWaysText[language];
	const home = homeText[language];
	const identity = administrationText[language];
	const own = actor.kind === "person" ? `/organisations/${actor.organisationId}` : "";
	const organisation = [
		mayReadLog(actor) && { to: "/people", title: home.people, about: about.people },
		mayReadLog(actor) && { to: `${own}/contacts`, title: home.contacts, about: about.contacts },
		mayReadLog(actor) && { to: "/forms", title: formsText[language].title, about: about.forms },
		mayAdminister(actor) && { to: "/import", title: home.imports, about: about.imports },
		mayAdminister(actor) && { to: "/administration/sessions", title: identity.sessionsTitle, about: about.sessions },
		mayAdminister(actor) && { to: "/administration/tokens", title: identity.tokensTitle, about: about.tokens },
		mayReadLog(actor) && { to: "/administration/log", title: logText[language].title, about: about.log },
	];
	const installation = [
		{ to: "/administration/administrators", title: administratorsText[language].title, about: about.administrators },
		{ to: "/organisations/new", title: newOrganisation, about: about.newOrganisation },
		{ to: "/import/public", title: home.publicFacts, about: about.facts },
		{ to: "/administration/providers", title: identity.providersTitle, about: about.providers },
		{ to: "/administration/mail", title: noticeText[language].administration.title, about: about.mail },
	];
	return {
		organisation: organisation.filter((way) => way !== false),
		installation: mayOperate(actor) ? installation : [],
	};
}
