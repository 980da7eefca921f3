package main

import "go/ast"

func (t *tree) expr(field string, n ast.Expr) {
	switch n := n.(type) {
	case *ast.Ident:
		t.begin(field, "Ident", n)
		t.source(n)
		t.children()
	case *ast.BasicLit:
		t.begin(field, "BasicLit", n)
		t.detail(n.Kind.String())
		t.source(n)
		t.children()
	case *ast.FuncLit:
		t.begin(field, "FuncLit", n)
		t.children()
		t.node("Type", n.Type)
		t.node("Body", n.Body)
	case *ast.CompositeLit:
		t.begin(field, "CompositeLit", n)
		t.at("lbrace", n.Lbrace)
		t.children()
		t.node("Type", n.Type)
		exprs(t, "Elts", n.Elts)
	case *ast.ParenExpr:
		t.begin(field, "ParenExpr", n)
		t.children()
		t.node("X", n.X)
	case *ast.StarExpr:
		t.begin(field, "StarExpr", n)
		t.children()
		t.node("X", n.X)
	case *ast.SelectorExpr:
		t.begin(field, "SelectorExpr", n)
		t.children()
		t.node("X", n.X)
		t.node("Sel", n.Sel)
	case *ast.UnaryExpr:
		t.begin(field, "UnaryExpr", n)
		t.operator(n.Op, n.OpPos)
		t.children()
		t.node("X", n.X)
	case *ast.BinaryExpr:
		t.begin(field, "BinaryExpr", n)
		t.operator(n.Op, n.OpPos)
		t.children()
		t.node("X", n.X)
		t.node("Y", n.Y)
	case *ast.KeyValueExpr:
		t.begin(field, "KeyValueExpr", n)
		t.at("colon", n.Colon)
		t.children()
		t.node("Key", n.Key)
		t.node("Value", n.Value)
	default:
		t.postfix(field, n)
		return
	}
	t.close()
}

// postfix prints what follows an operand: indexes, slices, assertions, calls.
func (t *tree) postfix(field string, n ast.Expr) {
	switch n := n.(type) {
	case *ast.IndexExpr:
		t.begin(field, "IndexExpr", n)
		t.at("lbrack", n.Lbrack)
		t.children()
		t.node("X", n.X)
		t.node("Index", n.Index)
	case *ast.IndexListExpr:
		t.begin(field, "IndexListExpr", n)
		t.at("lbrack", n.Lbrack)
		t.children()
		t.node("X", n.X)
		exprs(t, "Indices", n.Indices)
	case *ast.SliceExpr:
		t.begin(field, "SliceExpr", n)
		if n.Slice3 {
			t.detail("three")
		}
		t.at("lbrack", n.Lbrack)
		t.children()
		t.node("X", n.X)
		t.node("Low", n.Low)
		t.node("High", n.High)
		t.node("Max", n.Max)
	case *ast.TypeAssertExpr:
		t.begin(field, "TypeAssertExpr", n)
		t.at("lparen", n.Lparen)
		t.children()
		t.node("X", n.X)
		t.node("Type", n.Type)
	case *ast.CallExpr:
		t.begin(field, "CallExpr", n)
		t.at("lparen", n.Lparen)
		t.at("ellipsis", n.Ellipsis)
		t.children()
		t.node("Fun", n.Fun)
		exprs(t, "Args", n.Args)
	default:
		t.typ(field, n)
		return
	}
	t.close()
}

func (t *tree) typ(field string, n ast.Expr) {
	switch n := n.(type) {
	case *ast.Ellipsis:
		t.begin(field, "Ellipsis", n)
		t.children()
		t.node("Elt", n.Elt)
	case *ast.ArrayType:
		t.begin(field, "ArrayType", n)
		t.children()
		t.node("Len", n.Len)
		t.node("Elt", n.Elt)
	case *ast.StructType:
		t.begin(field, "StructType", n)
		t.children()
		t.fieldList("Fields", n.Fields)
	case *ast.FuncType:
		t.begin(field, "FuncType", n)
		t.at("func", n.Func)
		t.children()
		t.fieldList("TypeParams", n.TypeParams)
		t.fieldList("Params", n.Params)
		t.fieldList("Results", n.Results)
	case *ast.InterfaceType:
		t.begin(field, "InterfaceType", n)
		t.children()
		t.fieldList("Methods", n.Methods)
	case *ast.MapType:
		t.begin(field, "MapType", n)
		t.children()
		t.node("Key", n.Key)
		t.node("Value", n.Value)
	case *ast.ChanType:
		t.begin(field, "ChanType", n)
		switch n.Dir {
		case ast.SEND:
			t.detail("send")
		case ast.RECV:
			t.detail("recv")
		}
		t.at("arrow", n.Arrow)
		t.children()
		t.node("Value", n.Value)
	default:
		panic("unexpected expression")
	}
	t.close()
}
