// What SunEditor says. Its English labels are its own; the Vietnamese ones are ours.
import english from 'suneditor/langs/en';
import { isEnglish } from './words.js';

const vietnamese = {
  ...english, code: 'vi', basic: 'Cơ bản', blockStyle: 'Kiểu đoạn', bold: 'Đậm', bulletedList: 'Danh sách chấm', cancel: 'Hủy', caption: 'Chú thích', cellProperties: 'Thuộc tính ô', close: 'Đóng', codeView: 'Xem mã HTML', column: 'Cột', copy: 'Sao chép', cut: 'Cắt',
  default: 'Mặc định', deleteColumn: 'Xóa cột', deleteRow: 'Xóa hàng', edit: 'Sửa', fixedColumnWidth: 'Cột rộng cố định', formats: 'Kiểu đoạn', fullScreen: 'Toàn màn hình', image: 'Ảnh', insertColumnAfter: 'Thêm cột bên phải', insertColumnBefore: 'Thêm cột bên trái', insertRowAbove: 'Thêm hàng trên',
  insertRowBelow: 'Thêm hàng dưới', insertLine: 'Thêm dòng', italic: 'Nghiêng', link: 'Liên kết', list: 'Danh sách', maxSize: 'Rộng hết', mergeCells: 'Gộp ô', minSize: 'Thu nhỏ', numberedList: 'Danh sách số', redo: 'Làm lại', remove: 'Xóa', removeFormat: 'Bỏ định dạng', resize: 'Đổi cỡ', revert: 'Trả lại',
  row: 'Hàng', save: 'Lưu', selectAll: 'Chọn tất cả', showBlocks: 'Hiện khung', size: 'Cỡ', splitCells: 'Tách ô', submitButton: 'Đồng ý', table: 'Bảng', tableHeader: 'Hàng tiêu đề', tableProperties: 'Thuộc tính bảng', tag_blockquote: 'Trích dẫn', tag_div: 'Khối', tag_h: 'Mục', tag_p: 'Đoạn văn', tag_pre: 'Mã',
  title: 'Tiêu đề', underline: 'Gạch chân', undo: 'Hoàn tác', unmergeCells: 'Bỏ gộp ô', unlink: 'Bỏ liên kết', width: 'Rộng', height: 'Cao', drag: 'Kéo', horizontalSplit: 'Tách ngang', verticalSplit: 'Tách dọc', autoSize: 'Tự chỉnh cỡ', asBlock: 'Thành khối', asInline: 'Trong dòng',
  message_copy_success: 'Đã sao chép', message_copy_fail: 'Chưa sao chép được, hãy sao chép bằng tay.',
};

export const labels = isEnglish ? english : vietnamese;
