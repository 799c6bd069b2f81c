import { useLanguage } from "../../ui/language.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { profileText } from "./profile.text.ts";

/** The pages about oneself. */
export function ProfileTabs() {
	const text = profileText[useLanguage()];
	return (
		<Tabs
			label={text.views}
			tabs={[
				{ to: "/profile", label: text.profile },
				{ to: "/profile/accounts", label: text.accounts },
				{ to: "/profile/notices", label: text.noticesTab },
				{ to: "/profile/tokens", label: text.tokens },
				{ to: "/profile/log", label: text.log },
				{ to: "/profile/data", label: text.data },
			]}
		/>
	);
}
