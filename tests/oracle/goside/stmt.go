package main

import (
	"go/ast"
	"go/token"
)

func (t *tree) stmt(field string, n ast.Stmt) {
	switch n := n.(type) {
	case *ast.DeclStmt:
		t.begin(field, "DeclStmt", n)
		t.children()
		t.node("Decl", n.Decl)
	case *ast.EmptyStmt:
		t.begin(field, "EmptyStmt", n)
		if n.Implicit {
			t.detail("implicit")
		}
		t.children()
	case *ast.LabeledStmt:
		t.begin(field, "LabeledStmt", n)
		t.at("colon", n.Colon)
		t.children()
		t.node("Label", n.Label)
		t.node("Stmt", n.Stmt)
	case *ast.ExprStmt:
		t.begin(field, "ExprStmt", n)
		t.children()
		t.node("X", n.X)
	case *ast.SendStmt:
		t.begin(field, "SendStmt", n)
		t.at("arrow", n.Arrow)
		t.children()
		t.node("Chan", n.Chan)
		t.node("Value", n.Value)
	case *ast.IncDecStmt:
		t.begin(field, "IncDecStmt", n)
		t.operator(n.Tok, n.TokPos)
		t.children()
		t.node("X", n.X)
	case *ast.AssignStmt:
		t.begin(field, "AssignStmt", n)
		t.operator(n.Tok, n.TokPos)
		t.children()
		exprs(t, "Lhs", n.Lhs)
		exprs(t, "Rhs", n.Rhs)
	case *ast.BlockStmt:
		t.begin(field, "BlockStmt", n)
		t.children()
		stmts(t, "List", n.List)
	default:
		t.jump(field, n)
		return
	}
	t.close()
}

// jump prints the statements that leave the line of control: go, defer, return, break and the like.
func (t *tree) jump(field string, n ast.Stmt) {
	switch n := n.(type) {
	case *ast.GoStmt:
		t.begin(field, "GoStmt", n)
		t.children()
		t.node("Call", n.Call)
	case *ast.DeferStmt:
		t.begin(field, "DeferStmt", n)
		t.children()
		t.node("Call", n.Call)
	case *ast.ReturnStmt:
		t.begin(field, "ReturnStmt", n)
		t.children()
		exprs(t, "Results", n.Results)
	case *ast.BranchStmt:
		t.begin(field, "BranchStmt", n)
		t.detail(n.Tok.String())
		t.children()
		if n.Label != nil {
			t.node("Label", n.Label)
		}
	default:
		t.compound(field, n)
		return
	}
	t.close()
}

func (t *tree) compound(field string, n ast.Stmt) {
	switch n := n.(type) {
	case *ast.IfStmt:
		t.begin(field, "IfStmt", n)
		t.children()
		t.node("Init", n.Init)
		t.node("Cond", n.Cond)
		t.node("Body", n.Body)
		t.node("Else", n.Else)
	case *ast.SwitchStmt:
		t.begin(field, "SwitchStmt", n)
		t.children()
		t.node("Init", n.Init)
		t.node("Tag", n.Tag)
		t.node("Body", n.Body)
	case *ast.TypeSwitchStmt:
		t.begin(field, "TypeSwitchStmt", n)
		t.children()
		t.node("Init", n.Init)
		t.node("Assign", n.Assign)
		t.node("Body", n.Body)
	case *ast.SelectStmt:
		t.begin(field, "SelectStmt", n)
		t.children()
		t.node("Body", n.Body)
	case *ast.ForStmt:
		t.begin(field, "ForStmt", n)
		t.children()
		t.node("Init", n.Init)
		t.node("Cond", n.Cond)
		t.node("Post", n.Post)
		t.node("Body", n.Body)
	case *ast.RangeStmt:
		t.begin(field, "RangeStmt", n)
		if n.Tok != token.ILLEGAL {
			t.operator(n.Tok, n.TokPos)
		}
		t.at("range", n.Range)
		t.children()
		t.node("Key", n.Key)
		t.node("Value", n.Value)
		t.node("X", n.X)
		t.node("Body", n.Body)
	default:
		t.clause(field, n)
		return
	}
	t.close()
}

func (t *tree) clause(field string, n ast.Stmt) {
	switch n := n.(type) {
	case *ast.CaseClause:
		t.begin(field, "CaseClause", n)
		if n.List == nil {
			t.detail("default")
		}
		t.at("colon", n.Colon)
		t.children()
		exprs(t, "List", n.List)
		stmts(t, "Body", n.Body)
	case *ast.CommClause:
		t.begin(field, "CommClause", n)
		if n.Comm == nil {
			t.detail("default")
		}
		t.at("colon", n.Colon)
		t.children()
		t.node("Comm", n.Comm)
		stmts(t, "Body", n.Body)
	default:
		panic("unexpected statement")
	}
	t.close()
}
