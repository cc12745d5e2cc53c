//go:build !purego

#include "textflag.h"

// MATCH compares sixteen bytes at offset of the text (SI) with the separators
// (X0), newlines (X1) and quotation marks (X2), and puts a bit for each byte
// into marks and quotes. SSE2, which every amd64 has.
#define MATCH(offset, marks, quotes) \
	MOVOU    offset(SI), X3 \
	MOVO     X3, X4         \
	MOVO     X3, X5         \
	PCMPEQB  X0, X3         \
	PCMPEQB  X1, X4         \
	PCMPEQB  X2, X5         \
	POR      X4, X3         \
	PMOVMSKB X3, marks      \
	PMOVMSKB X5, quotes

// func matchVectors(text *byte, found []match, separators uint64)
TEXT ·matchVectors(SB), NOSPLIT, $0-40
	MOVQ       text+0(FP), SI
	MOVQ       found_base+8(FP), DI
	MOVQ       found_len+16(FP), CX
	MOVQ       separators+32(FP), X0
	MOVQ       $0x0a0a0a0a0a0a0a0a, AX
	MOVQ       AX, X1
	MOVQ       $0x2222222222222222, AX
	MOVQ       AX, X2
	PUNPCKLQDQ X0, X0
	PUNPCKLQDQ X1, X1
	PUNPCKLQDQ X2, X2
	TESTQ      CX, CX
	JZ         done

next:
	MATCH(0, AX, BX)
	MATCH(16, R8, R9)
	SHLQ $16, R8
	SHLQ $16, R9
	ORQ  R8, AX
	ORQ  R9, BX
	MATCH(32, R8, R9)
	SHLQ $32, R8
	SHLQ $32, R9
	ORQ  R8, AX
	ORQ  R9, BX
	MATCH(48, R8, R9)
	SHLQ $48, R8
	SHLQ $48, R9
	ORQ  R8, AX
	ORQ  R9, BX
	MOVQ AX, (DI)
	MOVQ BX, 8(DI)
	ADDQ $64, SI
	ADDQ $16, DI
	DECQ CX
	JNZ  next

done:
	RET
