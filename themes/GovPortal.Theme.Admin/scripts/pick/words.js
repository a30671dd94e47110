// What choosing from the library says.
const vi = {
  pictures: 'Chọn ảnh từ thư viện', files: 'Chọn tệp từ thư viện', search: 'Tìm theo tên, mô tả, chú thích', more: 'Xem thêm', cancel: 'Hủy', shown: 'Đang hiện {0} trong {1}', nothing: 'Không tìm thấy gì. Hãy thử từ khác.',
  noAlt: 'Chưa có mô tả', noLibrary: 'Tài khoản này chưa dùng được thư viện của trang.', failed: 'Chưa mở được thư viện. Hãy thử lại.', sessionOver: 'Phiên làm việc đã hết. Hãy đăng nhập lại ở một thẻ khác của trình duyệt rồi chọn lại; phần đã viết vẫn còn ở đây.',
};
const en = {
  pictures: 'Choose a picture from the library', files: 'Choose a file from the library', search: 'Search by name, description or caption', more: 'Show more', cancel: 'Cancel', shown: 'Showing {0} of {1}', nothing: 'Nothing found. Try other words.',
  noAlt: 'No description yet', noLibrary: 'This account cannot use the library of this site.', failed: 'The library could not be opened. Try again.', sessionOver: 'Your session is over. Sign in again in another tab and choose again; what you wrote is still here.',
};
const words = document.documentElement.lang === 'en' ? en : vi;

export const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, n) => values[n]);
