interface IconProps {
  readonly size?: number
}

/** Drawn in the colour of the text around; never the only bearer of a meaning. */
function Drawing({ size = 18, path }: IconProps & { readonly path: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}

export const WindowIcon = (props: IconProps) => <Drawing {...props} path="M5 4h14v16H5zM12 4v16M5 12h14" />
export const SearchIcon = (props: IconProps) => (
  <Drawing {...props} path="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM20 20l-4.9-4.9" />
)
export const CloseIcon = (props: IconProps) => <Drawing {...props} path="M6 6l12 12M18 6L6 18" />
export const BackIcon = (props: IconProps) => <Drawing {...props} path="M15 5l-7 7 7 7" />
export const DownIcon = (props: IconProps) => <Drawing {...props} path="M12 5v14M6 13l6 6 6-6" />
export const ChevronIcon = (props: IconProps) => <Drawing {...props} path="M6 9l6 6 6-6" />
export const InfoIcon = (props: IconProps) => (
  <Drawing {...props} path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.6v.1" />
)
export const CheckIcon = (props: IconProps) => <Drawing {...props} path="M5 12.5l4.5 4.5L19 7.5" />
export const ClockIcon = (props: IconProps) => (
  <Drawing {...props} path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.2 2" />
)
export const WarningIcon = (props: IconProps) => (
  <Drawing {...props} path="M12 4L2.8 20h18.4zM12 10v4.5M12 17.4v.1" />
)
export const CopyIcon = (props: IconProps) => <Drawing {...props} path="M9 9h11v11H9zM5 15H4V4h11v1" />
export const LockIcon = (props: IconProps) => (
  <Drawing {...props} path="M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11" />
)
export const FileIcon = (props: IconProps) => <Drawing {...props} path="M6 3h8l4 4v14H6zM14 3v4h4" />
export const BellIcon = (props: IconProps) => (
  <Drawing {...props} path="M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15zM10 21h4" />
)
export const BellOffIcon = (props: IconProps) => (
  <Drawing
    {...props}
    path="M6 16V11a6 6 0 0 1 .9-3.1M10 5.4A6 6 0 0 1 18 11v3.5M4.5 18H16M10 21h4M4 4l16 16"
  />
)
export const BotIcon = (props: IconProps) => (
  <Drawing
    {...props}
    path="M5 9h14v10H5zM12 9V5M12 5a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2zM9.3 13v1.6M14.7 13v1.6M2.5 13v2.5M21.5 13v2.5"
  />
)
export const CupIcon = (props: IconProps) => (
  <Drawing
    {...props}
    path="M5 9h12v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM17 10.5h1.5a2.5 2.5 0 0 1 0 5H17M8.5 3.5v2M12.5 3.5v2"
  />
)
export const DialogueIcon = (props: IconProps) => <Drawing {...props} path="M4 5h16v11H11l-4.5 4v-4H4z" />
export const OfflineIcon = (props: IconProps) => (
  <Drawing
    {...props}
    path="M4 4l16 16M8.5 15.5a5 5 0 0 1 6-.8M5 12a10 10 0 0 1 5-2.8M15 9.6a10 10 0 0 1 4 2.4M2 8.5a15 15 0 0 1 4.5-3M11 4.1A15 15 0 0 1 22 8.5M12 19.4v.1"
  />
)
export const SendIcon = (props: IconProps) => (
  <Drawing {...props} path="M4 12l16-8-6 16-3-6.5zM11 13.5L20 4" />
)
