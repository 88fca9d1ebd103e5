/**
 * Names in the templates are numbers: of an element's name among all components, of an attribute
 * among those of its component. So a component without attributes here is still counted. The test
 * holds both against Taro's own numbers.
 */

/** What WeChat adds to the attributes that Taro knows on every platform, for what the product uses. */
const ADDED = {
  Text: 'user-select overflow max-lines',
  Button:
    'lang session-from send-message-title send-message-path send-message-img app-parameter show-message-card business-id',
  Input:
    'always-embed adjust-position hold-keyboard safe-password-cert-path safe-password-length safe-password-time-stamp safe-password-nonce safe-password-salt safe-password-custom-hash auto-fill cursor-color',
  Picker: 'header-text level',
  Slider: 'color selected-color',
  Textarea:
    'show-confirm-bar adjust-position hold-keyboard disable-default-padding confirm-type confirm-hold adjust-keyboard-to',
  Canvas: 'type',
  Image: 'webp show-menu-by-longpress fade-in',
};

/** Components of WeChat alone that the product does not use. */
const COUNTED =
  'StickySection GridView GridBuilder ListView ListBuilder StickyHeader Editor MatchMedia FunctionalPageNavigator LivePusher OfficialAccount OpenData NavigationBar PageMeta VoipRoom AdCustom PageContainer ShareElement KeyboardAccessory RootPortal ChannelLive ChannelVideo Snapshot Span OpenContainer DraggableSheet NestedScrollHeader NestedScrollBody DoubleTapGestureHandler ForcePressGestureHandler HorizontalDragGestureHandler LongPressGestureHandler PanGestureHandler ScaleGestureHandler TapGestureHandler VerticalDragGestureHandler';

function attributesOf(names) {
  return Object.fromEntries(names.split(' ').map((name) => [name, '']));
}

/** Components of WeChat, each with the attributes that count. */
export const components = {};
for (const name of COUNTED.split(' ')) components[name] = {};
for (const [name, attributes] of Object.entries(ADDED)) components[name] = attributesOf(attributes);
