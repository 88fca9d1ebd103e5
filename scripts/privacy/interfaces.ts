/** What WeChat's privacy guide (用户隐私保护指引) must declare, and what in a build makes it due. */
interface Declaration {
  /** The item of the guide as the console names it. */
  readonly item: string;
  /** Interfaces of `wx` that need it. */
  readonly calls?: readonly string[];
  /** Attributes of components that need it. */
  readonly attributes?: readonly string[];
  /** Fields that people type, as the contract names them. */
  readonly typed?: readonly string[];
}

/**
 * From developers.weixin.qq.com, miniprogram/dev/framework/user-privacy; what is typed counts too.
 * An interface that the guide does not name is switched off by WeChat.
 */
const DECLARATIONS: readonly Declaration[] = [
  { item: '剪切板', calls: ['setClipboardData', 'getClipboardData'] },
  { item: '选中的照片或视频信息', calls: ['chooseImage', 'chooseMedia', 'chooseVideo'] },
  { item: '选中的文件', calls: ['chooseMessageFile'] },
  { item: '相册（仅写入）权限', calls: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'] },
  { item: '日历（仅写入）权限', calls: ['addPhoneCalendar', 'addPhoneRepeatCalendar'] },
  {
    item: '位置信息',
    calls: [
      'getLocation',
      'getFuzzyLocation',
      'chooseLocation',
      'choosePoi',
      'startLocationUpdate',
    ],
  },
  {
    item: '微信昵称、头像',
    calls: ['getUserProfile', 'getUserInfo'],
    attributes: ['chooseAvatar'],
  },
  { item: '手机号', attributes: ['getPhoneNumber', 'getRealtimePhoneNumber'], typed: ['phone'] },
  { item: '通讯地址', calls: ['chooseAddress'], typed: ['address'] },
  { item: '麦克风', calls: ['startRecord', 'getRecorderManager', 'joinVoIPChat'] },
  { item: '摄像头', calls: ['createCameraContext', 'createVKSession'] },
  { item: '微信运动步数', calls: ['getWeRunData'] },
  { item: '发票信息', calls: ['chooseInvoice', 'chooseInvoiceTitle'] },
  { item: '通讯录（仅写入）权限', calls: ['addPhoneContact'] },
  { item: '蓝牙', calls: ['openBluetoothAdapter', 'createBLEPeripheralServer'] },
  { item: '加速传感器', calls: ['startAccelerometer', 'onAccelerometerChange'] },
  { item: '磁场传感器', calls: ['startCompass', 'onCompassChange'] },
  { item: '方向传感器', calls: ['startDeviceMotionListening', 'onDeviceMotionChange'] },
  { item: '陀螺仪传感器', calls: ['startGyroscope', 'onGyroscopeChange'] },
];

/** An item that the build makes due, and what in it does. */
export interface Due {
  readonly item: string;
  readonly because: readonly string[];
}

/** Whether a script calls a member of this name; a text that names it is no call. */
function isCalled(scripts: string, name: string): boolean {
  return new RegExp(`\\.${name}\\s*\\(`).test(scripts);
}

/** The items of the guide that these built scripts and templates make due. */
export function dueDeclarations(scripts: string, typedFields: ReadonlySet<string>): Due[] {
  return DECLARATIONS.flatMap(({ item, calls = [], attributes = [], typed = [] }) => {
    const because = [
      ...calls.filter((name) => isCalled(scripts, name)).map((name) => `wx.${name}`),
      ...attributes
        .filter((name) => new RegExp(`openType:\\s*["']${name}`).test(scripts))
        .map((name) => `open-type ${name}`),
      ...typed.filter((name) => typedFields.has(name)).map((name) => `typed: ${name}`),
    ];
    return because.length === 0 ? [] : [{ item, because }];
  });
}
