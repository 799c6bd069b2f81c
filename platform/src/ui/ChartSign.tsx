/** Each series has a shape as well as a colour, so that colour is never all that tells them apart. */
export function Sign({ index }: { index: number }) {
	const className = `chart-fill-${index % 6}`;
	switch (index % 4) {
		case 1:
			return <rect className={className} x="-5" y="-5" width="10" height="10" />;
		case 2:
			return <path className={className} d="M0 -6L6 5H-6Z" />;
		case 3:
			return <path className={className} d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" />;
		default:
			return <circle className={className} r="5.5" />;
	}
}
