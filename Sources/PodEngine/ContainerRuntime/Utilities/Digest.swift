/// MD5, SHA-1 and SHA-256 (RFC 1321, FIPS 180-4), as hexadecimal digits; for the utilities that
/// print them.
enum Digest {
  static func md5(_ bytes: [UInt8]) -> String {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
    for block in blocks(bytes, isBigEndian: false) {
      let words = words(block, isBigEndian: false)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      for round in 0..<64 {
        let mixed: UInt32
        let place: Int
        switch round / 16 {
        case 0: (mixed, place) = ((b & c) | (~b & d), round)
        case 1: (mixed, place) = ((d & b) | (~d & c), (5 * round + 1) % 16)
        case 2: (mixed, place) = (b ^ c ^ d, (3 * round + 5) % 16)
        default: (mixed, place) = (c ^ (b | ~d), 7 * round % 16)
        }
        let sum = mixed &+ a &+ sines[round] &+ words[place]
        let turned = rotate(sum, shifts[round / 16 * 4 + round % 4])
        (a, d, c, b) = (d, c, b, b &+ turned)
      }
      for (index, value) in [a, b, c, d].enumerated() { state[index] = state[index] &+ value }
    }
    return state.map { hex($0.byteSwapped) }.joined()
  }

  static func sha1(_ bytes: [UInt8]) -> String {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    for block in blocks(bytes, isBigEndian: true) {
      var words = words(block, isBigEndian: true)
      for index in 16..<80 {
        words.append(
          rotate(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1))
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for round in 0..<80 {
        let (mixed, constant): (UInt32, UInt32)
        switch round / 20 {
        case 0: (mixed, constant) = ((b & c) | (~b & d), 0x5a82_7999)
        case 1: (mixed, constant) = (b ^ c ^ d, 0x6ed9_eba1)
        case 2: (mixed, constant) = ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
        default: (mixed, constant) = (b ^ c ^ d, 0xca62_c1d6)
        }
        let next = rotate(a, 5) &+ mixed &+ e &+ constant &+ words[round]
        (e, d, c, b, a) = (d, c, rotate(b, 30), a, next)
      }
      for (index, value) in [a, b, c, d, e].enumerated() { state[index] = state[index] &+ value }
    }
    return state.map(hex).joined()
  }

  static func sha256(_ bytes: [UInt8]) -> String {
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
      0x5be0_cd19,
    ]
    for block in blocks(bytes, isBigEndian: true) {
      var words = words(block, isBigEndian: true)
      for index in 16..<64 {
        let (low, high) = (words[index - 15], words[index - 2])
        let first = rotate(low, 25) ^ rotate(low, 14) ^ (low >> 3)
        let second = rotate(high, 15) ^ rotate(high, 13) ^ (high >> 10)
        words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
      }
      mix(words, &state)
    }
    return state.map(hex).joined()
  }

  private static func mix(_ words: [UInt32], _ state: inout [UInt32]) {
    var values = state
    for round in 0..<64 {
      let (a, e) = (values[0], values[4])
      let first = rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7)
      let choice = (e & values[5]) ^ (~e & values[6])
      let one = values[7] &+ first &+ choice &+ cubes[round] &+ words[round]
      let second = rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10)
      let majority = (a & values[1]) ^ (a & values[2]) ^ (values[1] & values[2])
      values.removeLast()
      values.insert(one &+ second &+ majority, at: 0)
      values[4] = values[4] &+ one
    }
    for index in state.indices { state[index] = state[index] &+ values[index] }
  }

  // MARK: Parts

  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 {
    (value << count) | (value >> (32 - count))
  }

  private static func hex(_ value: UInt32) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }

  /// The text with its padding and its length in bits, in blocks of 64 bytes.
  private static func blocks(_ bytes: [UInt8], isBigEndian: Bool) -> [ArraySlice<UInt8>] {
    var padded = bytes + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(bytes.count) * 8
    for index in 0..<8 {
      let shift = UInt64(isBigEndian ? 56 - 8 * index : 8 * index)
      padded.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    return stride(from: 0, to: padded.count, by: 64).map { padded[$0..<($0 + 64)] }
  }

  private static func words(_ block: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt32] {
    stride(from: block.startIndex, to: block.endIndex, by: 4).map { start in
      (0..<4).reduce(0) { value, index in
        value | UInt32(block[start + index]) << UInt32(8 * (isBigEndian ? 3 - index : index))
      }
    }
  }

  private static let shifts: [UInt32] = [
    7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21,
  ]

  /// The first bits of |sin(n)|, n from 1.
  private static let sines: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613,
    0xfd46_9501, 0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193,
    0xa679_438e, 0x49b4_0821, 0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d,
    0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8, 0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed,
    0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a, 0xfffa_3942, 0x8771_f681, 0x6d9d_6122,
    0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70, 0x289b_7ec6, 0xeaa1_27fa,
    0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665, 0xf429_2244,
    0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb,
    0xeb86_d391,
  ]

  /// The first bits of the cube roots of the first primes.
  private static let cubes: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
