const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();

exports.main = async ({ photoId }) => {
  const { OPENID } = cloud.getWXContext();
  const like = { photoId, person: OPENID };
  await db.collection('likes').doc(`${photoId}:${OPENID}`).set({ data: like });
  const { total } = await db.collection('likes').where({ photoId }).count();
  return { total };
};
