//go:build !purego

#include "textflag.h"

// MASK makes bits of the bytes in low and high, which are all ones or zero, in
// mask.
#define MASK(low, high, mask, scratch) \
	VPMOVMSKB low, mask       \
	VPMOVMSKB high, scratch   \
	SHLQ      $32, scratch    \
	ORQ       scratch, mask

// PLACE writes where the lowest bit of AX is, counted from DX, to a place behind
// DI, and takes the bit away. Where there is no bit it writes anything.
#define PLACE(offset) \
	TZCNTQ AX, CX        \
	ADDQ   DX, CX        \
	MOVL   CX, offset(DI) \
	BLSRQ  AX, AX

// func markVectors(text *byte, strides int, separator uint64, marks *int32, from int, q *quoting) (count int)
//
// It reads one byte behind the text.
TEXT ·markVectors(SB), NOSPLIT, $8-56
	MOVQ text+0(FP), SI
	MOVQ strides+8(FP), CX
	MOVQ marks+24(FP), DI
	MOVQ from+32(FP), DX
	MOVQ q+40(FP), AX
	MOVQ 0(AX), R8            // inside
	MOVQ 8(AX), R9            // whether the byte before may stand beside a quotation mark
	XORQ R10, R10             // whether the quotation mark before must stand beside this
	XORQ R11, R11             // unsound
	XORQ R12, R12             // newlines
	SHLQ $6, CX
	ADDQ SI, CX
	MOVQ CX, end-8(SP)
	VMOVQ        separator+16(FP), X0
	VPBROADCASTB X0, Y0
	MOVQ         $0x0a, AX
	VMOVQ        AX, X1
	VPBROADCASTB X1, Y1
	MOVQ         $0x22, AX
	VMOVQ        AX, X2
	VPBROADCASTB X2, Y2
	MOVQ         $0x0d, AX
	VMOVQ        AX, X13
	VPBROADCASTB X13, Y13
	VPCMPEQB     Y12, Y12, Y12

next:
	VMOVDQU  (SI), Y3
	VMOVDQU  32(SI), Y4
	VPCMPEQB Y0, Y3, Y5
	VPCMPEQB Y0, Y4, Y6
	VPCMPEQB Y1, Y3, Y7
	VPCMPEQB Y1, Y4, Y8
	VPCMPEQB Y2, Y3, Y9
	VPCMPEQB Y2, Y4, Y10
	MASK(Y7, Y8, AX, CX)      // newlines
	MASK(Y9, Y10, BX, R13)    // quotation marks
	POPCNTQ  AX, CX
	ADDQ     CX, R12
	MASK(Y5, Y6, R14, CX)
	ORQ      R14, AX          // marks
	MOVQ     AX, R14
	ORQ      BX, R14          // what may stand beside a quotation mark

	// Carriage returns before a newline may, too.
	VPCMPEQB Y13, Y3, Y5
	VPCMPEQB Y13, Y4, Y6
	VPCMPEQB 1(SI), Y1, Y7
	VPCMPEQB 33(SI), Y1, Y8
	VPAND    Y5, Y7, Y5
	VPAND    Y6, Y8, Y6
	MASK(Y5, Y6, R15, CX)
	ORQ      R15, R14

	// From each opening quotation mark up to before the closing one.
	VMOVQ      BX, X11
	VPCLMULQDQ $0, X12, X11, X11
	VMOVQ      X11, R13
	XORQ       R8, R13

	// Opening ones stand behind a mark or another of them.
	LEAQ  (R9)(R14*2), R15
	MOVQ  BX, CX
	ANDQ  R13, CX
	ANDNQ CX, R15, R15
	ORQ   R15, R11

	// Closing ones stand before one. The next stride tells of the last byte.
	ANDNQ R10, R14, R10
	ORQ   R10, R11
	ANDNQ BX, R13, CX
	MOVQ  R14, R15
	SHRQ  $1, R15
	ANDNQ CX, R15, CX
	MOVQ  CX, R10
	SHRQ  $63, R10
	SHLQ  $1, CX
	ORQ   CX, R11
	MOVQ  R14, R9
	SHRQ  $63, R9
	MOVQ  R13, R8
	SARQ  $63, R8

	// Most strides have no more than eight marks outside quotes.
	ANDNQ   AX, R13, AX
	POPCNTQ AX, R13
	PLACE(0)
	PLACE(4)
	PLACE(8)
	PLACE(12)
	PLACE(16)
	PLACE(20)
	PLACE(24)
	PLACE(28)
	CMPQ    R13, $8
	JHI     more

placed:
	LEAQ (DI)(R13*4), DI
	ADDQ $64, SI
	ADDQ $64, DX
	CMPQ SI, end-8(SP)
	JB   next

	MOVQ q+40(FP), AX
	MOVQ R8, 0(AX)
	MOVQ R10, 16(AX)
	MOVQ R11, 24(AX)
	MOVQ R12, 32(AX)
	SUBQ marks+24(FP), DI
	SHRQ $2, DI
	MOVQ DI, count+48(FP)
	VZEROUPPER
	RET

more:
	MOVQ DI, BX

each:
	TZCNTQ AX, CX
	ADDQ   DX, CX
	MOVL   CX, 32(BX)
	ADDQ   $4, BX
	BLSRQ  AX, AX
	JNZ    each
	JMP    placed

// func plainVectors(text *byte, strides int) (plain int)
TEXT ·plainVectors(SB), NOSPLIT, $0-24
	MOVQ  text+0(FP), SI
	MOVQ  strides+8(FP), CX
	XORQ  DX, DX
	VPXOR Y0, Y0, Y0

look:
	CMPQ      DX, CX
	JGE       done
	VMOVDQU   (SI), Y1
	VMOVDQU   32(SI), Y2
	VPMINUB   Y1, Y2, Y3
	VPCMPEQB  Y0, Y3, Y3   // where there is a NUL
	VPOR      Y1, Y2, Y4
	VPOR      Y3, Y4, Y4   // and high bits where a byte isn't ASCII
	VPMOVMSKB Y4, AX
	TESTL     AX, AX
	JNZ       done
	ADDQ      $64, SI
	INCQ      DX
	JMP       look

done:
	MOVQ DX, plain+16(FP)
	VZEROUPPER
	RET
